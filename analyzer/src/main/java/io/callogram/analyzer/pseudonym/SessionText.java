package io.callogram.analyzer.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Replaces what is somebody's in a session description (RFC 8866): names, addresses, keys. What is
/// negotiated stays: media, ports, formats, directions, timing, versions.
final class SessionText {

    /// Attributes in which only addresses are replaced.
    private static final Set<String> PLAIN =
            Set.of(
                    ("rtpmap fmtp ptime maxptime sendrecv sendonly recvonly inactive rtcp-mux"
                                    + " rtcp-fb extmap setup connection mid group bundle-only curr"
                                    + " des conf silencesupp framerate quality accept-types rtcp"
                                    + " imageattr rid simulcast ssrc-group ice-options ice-lite"
                                    + " end-of-candidates direction t38faxversion t38maxbitrate"
                                    + " t38faxfillbitremoval t38faxtranscodingmmr"
                                    + " t38faxtranscodingjbig t38faxratemanagement t38faxmaxbuffer"
                                    + " t38faxmaxdatagram t38maxdatagram t38faxudpec t38vendorinfo"
                                    + " content lang sdplang charset orient type rtcp-rsize"
                                    + " rtcp-xr confid floorid userid floorctrl maxprate tcap pcfg"
                                    + " acfg creq csup 3gotag pm omr-m-cksum omr-s-cksum sqn cdsc"
                                    + " cpar")
                            .split(" "));

    private static final Set<String> SECRET =
            Set.of("ice-pwd", "ice-ufrag", "fingerprint", "identity", "key-mgmt", "tls-id");

    private final byte[] bytes;
    private final Pseudonyms pseudonyms;

    SessionText(byte[] bytes, Pseudonyms pseudonyms) {
        this.bytes = bytes;
        this.pseudonyms = pseudonyms;
    }

    void replace(int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != '\r' && bytes[end] != '\n') {
                end++;
            }
            if (end > at) {
                line(new Passage(bytes, at, end));
            }
            at = end + 1;
        }
    }

    private void line(Passage line) {
        Tokens tokens = new Tokens(pseudonyms, line);
        int end = line.length();
        if (!line.is(1, '=')) {
            tokens.replace(0, end, false);
            return;
        }
        switch (line.at(0)) {
            case 'v', 'm', 'b', 't', 'r', 'z' -> {
                // Nobody's.
            }
            case 'c' -> addresses(line, 2);
            case 'o' -> origin(line, tokens);
            case 'a' -> attribute(line, tokens);
            case 'k' -> secret(line, 2, end);
            default -> new FieldText(line, pseudonyms).values(2, end);
        }
    }

    /// Who, which session, which version, and where: the two numbers tell what has changed.
    private void origin(Passage line, Tokens tokens) {
        int user = line.find(" ", 2, line.length());
        if (tokens.isNumber(2, user)) {
            tokens.number(2, user);
        } else {
            tokens.replace(2, user, true);
        }
        int id = line.find(" ", user + 1, line.length());
        int version = line.find(" ", id + 1, line.length());
        addresses(line, version);
    }

    /// All but the words of the grammar, `IN IP4`.
    private void addresses(Passage line, int from) {
        Tokens tokens = new Tokens(pseudonyms, line);
        int at = from;
        while (at < line.length()) {
            int start = line.skipBlanks(at, line.length());
            int end = line.find(" /", start, line.length());
            String word = line.text(start, end);
            boolean number = Pseudonyms.isNumber(word);
            if (!number && !word.equals("IN") && !word.equals("IP4") && !word.equals("IP6")) {
                tokens.replace(start, end, true);
            }
            at = end + 1;
        }
    }

    private void attribute(Passage line, Tokens tokens) {
        int colon = line.find(":", 2, line.length());
        String name = Words.small(line.text(2, colon));
        int value = colon + 1;
        if (value >= line.length() || name.equals("mid") || name.equals("group")) {
            return;
        }
        if (name.equals("crypto")) {
            keys(line, value);
        } else if (SECRET.contains(name)) {
            int space = line.find(" ", value, line.length());
            boolean algorithm = name.equals("fingerprint") && space < line.length();
            secret(line, algorithm ? space + 1 : value, line.length());
        } else if (name.equals("rtcp")) {
            addresses(line, value);
        } else if (name.equals("candidate") || name.equals("remote-candidates")) {
            candidate(line, tokens, value);
        } else if (name.equals("tool")) {
            new FieldText(line, pseudonyms).field("User-Agent", value, line.length());
        } else if (name.equals("ssrc")) {
            int attribute = line.find(":", value, line.length());
            tokens.replace(attribute, line.length(), true);
        } else if (!PLAIN.contains(name)) {
            new FieldText(line, pseudonyms).values(value, line.length());
        }
    }

    /// RFC 8839 §5.1: the foundation may be made from the address.
    private void candidate(Passage line, Tokens tokens, int from) {
        String known = " udp tcp typ host srflx prflx relay raddr rport generation network-id ";
        int at = from;
        for (int word = 0; at < line.length(); word++) {
            int end = line.find(" ", at, line.length());
            String text = line.text(at, end);
            boolean plain =
                    Pseudonyms.isNumber(text) || known.contains(' ' + Words.small(text) + ' ');
            if (word == 0 || !plain) {
                tokens.replace(at, end, true);
            }
            at = end + 1;
        }
    }

    /// RFC 4568 §9.1: a tag and a suite, then each key behind `inline:`.
    private void keys(Passage line, int from) {
        int at = line.text(0, line.length()).indexOf("inline:", from);
        secret(line, at < 0 ? from : line.length(), line.length());
        while (at >= 0) {
            int key = at + "inline:".length();
            int end = line.find("|; ", key, line.length());
            secret(line, key, end);
            at = line.text(0, line.length()).indexOf("inline:", end);
        }
    }

    private void secret(Passage line, int from, int to) {
        line.put(from, pseudonyms.secret(line.text(from, to)));
    }

    /// Whether it begins as a description does.
    static boolean begins(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(3, to - from), StandardCharsets.US_ASCII)
                .equals("v=0");
    }
}
