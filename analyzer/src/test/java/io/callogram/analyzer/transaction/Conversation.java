package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conversations as tests write them, one message a line:
///
/// `seconds from>to METHOD-or-status[/METHOD] [cseq] fromTag/toTag [key=value …]` (`|` ends a line
/// too)
///
/// Nodes are capital letters, A at 10.0.0.1:5060 with user 1001 and so on; `A:4711` is another
/// port, `A'` another address, `A*` a public one. A tag's first letter says whose it is. Keys: `v`
/// Vias from the top, each a sent-by letter and a branch (`P1,A1`; `~` before it: no magic cookie),
/// `id` Call-ID, `from` `to` `uri` users, `contact` node or `-`, `sdp` node:port[:direction],
/// `origin`, `expires`, `mf` Max-Forwards, `bytes` to tell equal messages apart, `contacts` how
/// many, `rr` how many Record-Routes, `length` in bytes, `over` a transport, `damage` `cut` or
/// `gap`, `hep` an agent's correlation, `problems` how many, and any `Mark` (`_` for a blank). Of
/// the audio: `codecs`, `types`, `proto`, and `lines` how many media lines. Without `v`, a request
/// has the Via of its sender, an ACK a branch of its own.
public final class Conversation {

    public static final long START = 1_700_000_000_000_000_000L;

    private Conversation() {}

    public static List<Seen> of(String text) {
        List<Seen> seen = new ArrayList<>();
        for (String line : text.strip().split("[\n|]")) {
            if (!line.isBlank()) {
                seen.add(message(line.strip(), seen.size()));
            }
        }
        return seen;
    }

    /// The messages of each Call-ID, as the pipeline groups them.
    public static List<List<Seen>> groups(String text) {
        Map<String, List<Seen>> groups = new LinkedHashMap<>();
        for (Seen seen : of(text)) {
            groups.computeIfAbsent(seen.sighting().callId(), _ -> new ArrayList<>()).add(seen);
        }
        return new ArrayList<>(groups.values());
    }

    private static Seen message(String line, int index) {
        String[] words = line.split(" +");
        int at = 3;
        long cseq = words[at].contains("/") ? 1 : Long.parseLong(words[at++]);
        String[] tags = words[at++].split("/", -1);
        Map<String, String> more = new HashMap<>();
        for (; at < words.length; at++) {
            int equals = words[at].indexOf('=');
            more.put(words[at].substring(0, equals), words[at].substring(equals + 1));
        }
        boolean request = !Character.isDigit(words[2].charAt(0));
        int slash = words[2].indexOf('/');
        Method method =
                Method.valueOf(
                        request ? words[2] : slash < 0 ? "INVITE" : words[2].substring(slash + 1));
        int status =
                request ? 0 : Integer.parseInt(slash < 0 ? words[2] : words[2].substring(0, slash));
        String said = line.substring(line.indexOf(' ')) + more.getOrDefault("bytes", "");
        Where where = where(words[0], words[1], said, index, more);
        SessionDescription session = more.containsKey("sdp") ? session(more) : null;
        return new Seen(
                sighting(where, method, status, cseq, tags, more, session != null), session);
    }

    private static Where where(
            String seconds, String hop, String said, int index, Map<String, String> more) {
        long time = START + Math.round(Double.parseDouble(seconds) * 1e9);
        String[] ends = hop.split(">");
        return new Where(
                1,
                index * 1000L,
                index * 1000L,
                index * 1000L,
                number(more, "length", 500),
                time,
                endpoint(ends[0]),
                endpoint(ends[1]),
                Transport.valueOf(more.getOrDefault("over", "UDP")),
                hash(said),
                "cut".equals(more.get("damage")),
                "gap".equals(more.get("damage")),
                more.get("hep"));
    }

    private static Sighting sighting(
            Where where,
            Method method,
            int status,
            long cseq,
            String[] tags,
            Map<String, String> more,
            boolean sdp) {
        String[] vias = more.getOrDefault("v", via(method, cseq, tags[0], where)).split(",");
        String top = vias[0].replace("~", "");
        boolean request = status == 0;
        String id = more.getOrDefault("id", "call-1@example.com");
        Address to = address(more.get("to"), tags[1], "B");
        Address contact = contact(more.get("contact"), request ? tags[0] : tags[1], status);
        Address uri = request ? address(more.getOrDefault("uri", to.user()), "", "B") : null;
        return new Sighting(
                where,
                method,
                status,
                id,
                hash(id),
                tag(tags[0]),
                tag(tags[1]),
                cseq,
                hash(top),
                !vias[0].startsWith("~"),
                hash(endpoint(top.substring(0, 1)).toString()),
                vias.length,
                hash(vias[vias.length - 1]),
                address(more.get("from"), tags[0], "A"),
                to,
                uri,
                uri == null ? 0 : hash(uri.user()),
                contact,
                number(more, "contacts", contact == null ? 0 : 1),
                number(more, "expires", -1),
                number(more, "expires", -1),
                number(more, "mf", request ? 70 : -1),
                400,
                sdp ? 100 : 0,
                sdp,
                number(more, "rr", 0),
                marks(more),
                number(more, "problems", 0));
    }

    private static int number(Map<String, String> more, String key, int otherwise) {
        String value = more.get(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static String via(Method method, long cseq, String fromTag, Where where) {
        char kind =
                method == Method.INVITE || method == Method.CANCEL
                        ? 'I'
                        : method == Method.ACK ? 'K' : method.name().charAt(0);
        String letter =
                fromTag.isEmpty()
                        ? "A"
                        : fromTag.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
        return where == null ? letter : letter + cseq + kind;
    }

    private static long tag(String text) {
        return text.isEmpty() ? 0 : hash(text);
    }

    public static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Hash64.of(bytes, 0, bytes.length);
    }

    /// `A`, `A:4711`, `A'` (moved), `A':4711`, `A*` (public).
    public static Endpoint endpoint(String text) {
        int colon = text.indexOf(':');
        int port = colon < 0 ? 5060 : Integer.parseInt(text.substring(colon + 1));
        int net = text.contains("*") ? 203 << 24 : (10 << 24) + (text.contains("'") ? 9 << 16 : 0);
        return new Endpoint(IpAddress.v4(net + text.charAt(0) - 'A' + 1), port);
    }

    private static Address address(@Nullable String user, String tag, String otherwise) {
        String letter =
                tag.isEmpty() ? otherwise : tag.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
        String name =
                user == null ? "10" + String.format("%02d", letter.charAt(0) - 'A' + 1) : user;
        boolean number = name.chars().allMatch(Character::isDigit);
        return new Address("", "sip", name, "example.com", 0, number ? name : "", "");
    }

    private static @Nullable Address contact(@Nullable String node, String tag, int status) {
        if ((node == null && (tag.isEmpty() || status == 100 || status >= 300))
                || "-".equals(node)) {
            return null;
        }
        String name = node == null ? tag.substring(0, 1).toUpperCase(java.util.Locale.ROOT) : node;
        int user = name.indexOf('@');
        Endpoint at = endpoint(name.substring(user + 1));
        String who =
                user < 0
                        ? "10" + String.format("%02d", name.charAt(0) - 'A' + 1)
                        : name.substring(0, user);
        return new Address("", "sip", who, at.address().toString(), at.port(), who, "");
    }

    private static SessionDescription session(Map<String, String> more) {
        String sdp = more.getOrDefault("sdp", "");
        String[] parts = sdp.split(":");
        boolean nowhere = parts[0].equals("0");
        IpAddress address = nowhere ? IpAddress.v4(0) : endpoint(parts[0]).address();
        int port = Integer.parseInt(parts[1]);
        Direction direction =
                parts.length > 2
                        ? Direction.valueOf(parts[2].toUpperCase(java.util.Locale.ROOT))
                        : Direction.SENDRECV;
        Media audio =
                new Media(
                        "audio",
                        more.getOrDefault("proto", "RTP/AVP"),
                        port,
                        port + 1,
                        address.toString(),
                        address,
                        direction,
                        parts.length > 2,
                        List.of(
                                more.getOrDefault("codecs", "PCMA,PCMU,telephone-event")
                                        .split(",")),
                        List.of(more.getOrDefault("types", "8,0,101").split(",")),
                        false,
                        -1,
                        "",
                        "");
        String origin = more.getOrDefault("origin", "o" + parts[0] + parts[1]);
        int lines = number(more, "lines", 1);
        return new SessionDescription(
                origin, 1, hash(sdp), Collections.nCopies(lines, audio), true);
    }

    private static List<Marked> marks(Map<String, String> more) {
        List<Marked> marks = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            String value = more.get(mark.name());
            if (value != null) {
                marks.add(new Marked(mark, value.replace('_', ' ')));
            }
        }
        return marks;
    }
}
