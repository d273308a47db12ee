package io.callogram.analyzer.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Writes random messages that RFC 3261 §25 allows, with the freedom that its grammar gives: order,
/// case, compact names, blanks, folds, lists in one line or several, quoting, parameters, IPv6.
public final class WellFormed {

    private static final String[] METHODS = {
        "INVITE",
        "ACK",
        "BYE",
        "CANCEL",
        "REGISTER",
        "OPTIONS",
        "PRACK",
        "SUBSCRIBE",
        "NOTIFY",
        "PUBLISH",
        "INFO",
        "REFER",
        "MESSAGE",
        "UPDATE",
        "NEWMETHOD",
        "X-1.2"
    };
    private static final String TOKEN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~";
    private static final String WORD = TOKEN + "()<>:\\/[]?{}";
    private static final String ALPHANUMERIC = TOKEN.substring(0, 62);

    /// Freedoms of the grammar that a reader may fail to grant.
    public enum Freedom {
        /// A fold where the grammar demands a blank.
        FOLD_FOR_BLANK,
        /// A backslash in a quoted string.
        QUOTED_PAIR
    }

    private final Random random;
    private final Set<Freedom> without;

    public WellFormed(long seed, Freedom... without) {
        this.random = new Random(seed);
        this.without = Set.of(without);
    }

    private boolean may(Freedom freedom, int n) {
        return !without.contains(freedom) && chance(n);
    }

    public byte[] next() {
        boolean request = chance(2);
        String method = pick(METHODS);
        List<String> headers = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            headers.add(name("Via", "v") + vias());
        }
        String vias = headers.getFirst();
        headers.add(name("From", "f") + nameAddr(true) + tag(true));
        headers.add(name("To", "t") + nameAddr(true) + tag(chance(2)));
        headers.add(name("Call-ID", "i") + callId());
        headers.add(name("CSeq", "CSeq") + number() + blank() + method);
        headers.add(name("Max-Forwards", "max-forwards") + random.nextInt(256));
        for (int i = random.nextInt(3); i > 0; i--) {
            headers.add(name("Contact", "m") + contacts());
        }
        headers.add(name("X-Unknown", "x-u") + token() + ";;,," + token());
        headers.add(name("Subject", "s") + token() + fold() + token());
        Collections.shuffle(headers, random);
        assert headers.contains(vias);
        String body = chance(2) ? "" : token();
        headers.add(name("Content-Type", "c") + "text/plain");
        headers.add(name("Content-Length", "l") + body.length());
        String start =
                request
                        ? method + " " + uri(true) + " SIP/2.0"
                        : "SIP/2.0 "
                                + (100 + random.nextInt(600))
                                + " "
                                + (chance(5) ? "" : token());
        return (start + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean chance(int n) {
        return random.nextInt(n) == 0;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String of(String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String token() {
        return of(TOKEN, 20);
    }

    private String number() {
        return pick("", "0", "00") + random.nextInt(Integer.MAX_VALUE);
    }

    /// SWS: nothing, blanks or a fold.
    private String gap() {
        return chance(8) ? fold() : chance(4) ? pick(" ", "\t", "  ") : "";
    }

    /// LWS: at least one blank.
    private String blank() {
        return may(Freedom.FOLD_FOR_BLANK, 8) ? fold() : pick(" ", " ", "  ", "\t");
    }

    private String fold() {
        return pick("\r\n ", " \r\n\t", "\r\n   ");
    }

    private String name(String full, String compact) {
        String name = chance(3) ? compact : full;
        StringBuilder mixed = new StringBuilder();
        boolean odd = chance(3);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            mixed.append(odd && chance(2) ? Character.toUpperCase(c) : c);
        }
        return mixed + pick("", "", " ", "\t") + ":" + pick(" ", " ", "", fold());
    }

    private String vias() {
        StringBuilder list = new StringBuilder(via());
        while (chance(3)) {
            list.append(gap()).append(',').append(gap()).append(via());
        }
        return list.toString();
    }

    private String via() {
        String slash = chance(6) ? gap() + "/" + gap() : "/";
        String transport = pick("UDP", "TCP", "TLS", "SCTP", "WS", "udp", "XYZ");
        String branch =
                chance(12)
                        ? ""
                        : ";branch="
                                + pick("z9hG4bK", "z9hG4bK", "Z9HG4BK", "")
                                + of(ALPHANUMERIC, 12);
        String rest =
                pick(
                        "",
                        ";rport",
                        ";rport=5060;received=192.0.2.1",
                        ";ttl=1",
                        ";maddr=example.com");
        return "SIP"
                + slash
                + "2.0"
                + slash
                + transport
                + blank()
                + hostPort()
                + parameter(branch)
                + rest;
    }

    private String parameter(String written) {
        return (written.isEmpty() ? "" : gap())
                + written.replace("=", gap() + "=" + gap())
                + (chance(5) ? ";" + of(ALPHANUMERIC, 8) + "=" + of(ALPHANUMERIC, 8) : "");
    }

    private String hostPort() {
        String host =
                pick(
                        "192.0.2." + random.nextInt(256),
                        of(ALPHANUMERIC.substring(0, 52), 10) + ".Example.COM",
                        "[2001:db8::" + Integer.toHexString(random.nextInt(65536)) + "]",
                        "localhost");
        return host + pick("", "", ":5060", ":5061", ":" + (1 + random.nextInt(65535)));
    }

    private String uri(boolean request) {
        if (chance(8)) {
            return "tel:+"
                    + (10_000 + random.nextInt(1_000_000))
                    + pick("", ";phone-context=example.com");
        }
        String user = chance(6) ? "" : user() + pick("", "", "", ":secret") + "@";
        String parameters = pick("", "", ";transport=tcp", ";lr", ";user=phone;x=y", ";a=b%20c");
        String headers = request || !chance(5) ? "" : pick("?Subject=x", "?a=b&c=d%40e");
        return pick("sip:", "sip:", "sips:", "SIP:") + user + hostPort() + parameters + headers;
    }

    private String user() {
        return pick(
                of(ALPHANUMERIC + "-_.!~*'()&=+$,", 12),
                "+" + random.nextInt(1_000_000_000),
                String.valueOf(1000 + random.nextInt(9000)),
                "a%20b",
                "o'hara");
    }

    private String nameAddr(boolean bare) {
        if (bare && chance(4)) {
            return "sip:" + of(ALPHANUMERIC, 8) + "@" + hostPort();
        }
        String display =
                pick(
                        "",
                        "Alice ",
                        "Alice" + blank() + "Smith" + blank(),
                        "\"Bob\"" + gap(),
                        "\"Smith, J. <x@y>; tag=no\" ",
                        may(Freedom.QUOTED_PAIR, 1) ? "\"a\\\\b\" " : "Alice ",
                        "\"\"");
        return display + "<" + uri(false) + ">";
    }

    private String tag(boolean wanted) {
        String before =
                chance(4)
                        ? gap()
                                + ";"
                                + gap()
                                + "p"
                                + of(ALPHANUMERIC, 5)
                                + "="
                                + of(ALPHANUMERIC, 5)
                        : "";
        return before
                + (wanted
                        ? gap()
                                + ";"
                                + gap()
                                + pick("tag", "tag", "TAG")
                                + gap()
                                + "="
                                + gap()
                                + of(ALPHANUMERIC + "-.!%*_+`'~", 16)
                        : "");
    }

    private String callId() {
        return of(WORD, 20) + (chance(2) ? "" : "@" + of(WORD, 12));
    }

    private String contacts() {
        StringBuilder list = new StringBuilder(contact());
        while (chance(3)) {
            list.append(gap()).append(',').append(gap()).append(contact());
        }
        return list.toString();
    }

    private String contact() {
        return nameAddr(false)
                + pick(
                        "",
                        ";expires=" + random.nextInt(7200),
                        ";q=0.5",
                        gap() + ";" + gap() + "x=\"a,b;c<d>\"");
    }
}
