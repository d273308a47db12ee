package io.callogram.analyzer.sip.jain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContactList;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.Messages;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Scanner;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.WellFormed;
import io.callogram.analyzer.sip.WellFormed.Freedom;
import io.callogram.capture.packet.Hash64;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On well-formed messages our scanner and JAIN-SIP must agree on every field that both read.
class DifferentialTest {

    private static final int MESSAGES = 100_000;

    private static final Freedom[] BEYOND_JAIN = {
        // It joins folded lines without a blank: `SIP/2.0/UDP` and the host become one word.
        Freedom.FOLD_FOR_BLANK,
        // It keeps the backslash of a quoted pair in a display name.
        Freedom.QUOTED_PAIR
    };

    private static final StringMsgParser PARSER = new StringMsgParser();

    @BeforeAll
    static void silencesTheLibrary() {
        StructuredHeaders.of(new HeaderLine(0, 0, 0, "To", "To", "<sip:a@b>"));
    }

    @Test
    void agreesWithJainOnWellFormedMessages() throws ParseException {
        WellFormed generator = new WellFormed(20260101, BEYOND_JAIN);
        Scanner scanner = new Scanner();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < MESSAGES && differences.size() < 5; i++) {
            byte[] bytes = generator.next();
            String difference =
                    difference(requireNonNull(scanner.scan(Messages.payload(bytes), 0)), bytes);
            if (!difference.isEmpty()) {
                differences.add(difference + "\n" + new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String difference(Sighting sighting, byte[] bytes) throws ParseException {
        List<String> refused = new ArrayList<>();
        SIPMessage message =
                PARSER.parseSIPMessage(
                        bytes,
                        true,
                        false,
                        (e, parsed, type, header, text) -> refused.add("refused " + header));
        if (!refused.isEmpty()) {
            return String.join("\n", refused);
        }
        if (message.getCSeqHeader() == null || message.getTopmostVia() == null) {
            return "refused silently";
        }
        List<String> ours = new ArrayList<>(ours(sighting));
        List<String> theirs = new ArrayList<>(theirs(message));
        List<String> same = new ArrayList<>(ours);
        same.retainAll(theirs);
        ours.removeAll(same);
        theirs.removeAll(same);
        return ours.isEmpty() ? "" : "ours " + ours + " theirs " + theirs;
    }

    /// Names of what is compared stand in front, so that a difference can be read.
    private static List<String> ours(Sighting s) {
        return List.of(
                "status " + s.status(),
                "method " + (s.method() == Method.OTHER ? "" : s.method().name()),
                "call-id " + s.callId(),
                "from tag " + s.fromTag(),
                "to tag " + s.toTag(),
                "cseq " + s.cseq(),
                "branch " + s.branch(),
                "sent-by " + s.sentBy(),
                "vias " + s.vias(),
                "max-forwards " + s.maxForwards(),
                "body " + s.bodyLength(),
                "from " + uri(s.from()),
                "to " + uri(s.to()),
                "from display " + s.from().display().strip(),
                "request-uri " + uri(s.requestUri()),
                "contacts " + s.contacts(),
                "contact " + uri(s.contact()));
    }

    private static String uri(@Nullable Address address) {
        if (address == null) {
            return "";
        }
        String number = address.scheme().equals("tel") ? address.number() : address.user();
        return String.join(" ", address.scheme(), number, address.host(), "" + address.port());
    }

    private static List<String> theirs(SIPMessage m) {
        String method = m.getCSeqHeader().getMethod();
        boolean known = Stream.of(Method.values()).anyMatch(value -> value.name().equals(method));
        ContactList contacts = m.getContactHeaders();
        Via top = m.getTopmostVia();
        return List.of(
                "status " + (m instanceof SIPResponse response ? response.getStatusCode() : 0),
                "method " + (known ? method : ""),
                "call-id " + m.getCallId().getCallId(),
                "from tag " + hash(m.getFromTag()),
                "to tag " + hash(m.getToTag()),
                "cseq " + m.getCSeq().getSeqNumber(),
                "branch " + hash(top.getBranch()),
                "sent-by " + hash(sentBy(top)),
                "vias " + m.getViaHeaders().size(),
                "max-forwards " + m.getMaxForwards().getMaxForwards(),
                "body " + (m.getRawContent() == null ? 0 : m.getRawContent().length),
                "from " + uri(m.getFrom().getAddress()),
                "to " + uri(m.getTo().getAddress()),
                "from display " + display(m.getFrom().getAddress()),
                "request-uri "
                        + (m instanceof SIPRequest request ? uri(request.getRequestURI()) : ""),
                "contacts " + (contacts == null ? 0 : contacts.size()),
                "contact "
                        + (contacts == null
                                ? ""
                                : uri(((Contact) contacts.getFirst()).getAddress())));
    }

    private static long hash(@Nullable String text) {
        return text == null ? 0 : Hash64.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sentBy(Via via) {
        int standard = via.getTransport().equalsIgnoreCase("TLS") ? 5061 : 5060;
        int port = via.hasPort() ? via.getPort() : standard;
        return via.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String uri(javax.sip.address.Address address) {
        return uri(address.getURI());
    }

    private static String display(javax.sip.address.Address address) {
        String display = ((AddressImpl) address).getDisplayName();
        return display == null ? "" : display.strip();
    }

    private static String uri(javax.sip.address.URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri instanceof SipUri sip) {
            String host = sip.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
            String user = sip.getUser() == null ? "" : sip.getUser();
            return String.join(" ", scheme, user, host, "" + Math.max(0, sip.getPort()));
        }
        return String.join(" ", scheme, ((javax.sip.address.TelURL) uri).getPhoneNumber(), "", "0");
    }
}
