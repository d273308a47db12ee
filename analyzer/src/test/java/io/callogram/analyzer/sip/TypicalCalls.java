package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Calls through a proxy as they look every day: twelve messages each, some 600 bytes a message.
final class TypicalCalls {

    private static final String SDP =
            """
            v=0
            o=alice 2890844526 2890844526 IN IP4 192.0.2.%d
            s=-
            c=IN IP4 192.0.2.%1$d
            t=0 0
            m=audio %d RTP/AVP 8 0 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=sendrecv
            """
                    .replace("\n", "\r\n");

    private TypicalCalls() {}

    /// The messages of so many calls, `overlap` of them going on at any time.
    static List<Payload> messages(int calls, int overlap) {
        List<List<byte[]>> groups = new ArrayList<>();
        List<Payload> payloads = new ArrayList<>();
        for (int first = 0; first < calls; first += overlap) {
            groups.clear();
            for (int call = first; call < Math.min(calls, first + overlap); call++) {
                groups.add(call(call));
            }
            for (int message = 0; message < 12; message++) {
                for (List<byte[]> group : groups) {
                    payloads.add(Messages.payload(group.get(message)));
                }
            }
        }
        return payloads;
    }

    private static List<byte[]> call(int n) {
        List<byte[]> list = new ArrayList<>();
        for (int hop = 0; hop < 2; hop++) {
            list.add(request(n, hop, "INVITE", 1, true, false));
            list.add(response(n, hop, "100 Trying", 1, "INVITE", false, false));
            list.add(response(n, hop, "180 Ringing", 1, "INVITE", false, true));
            list.add(response(n, hop, "200 OK", 1, "INVITE", true, true));
            list.add(request(n, hop, "ACK", 1, false, true));
            list.add(request(n, hop, "BYE", 2, false, true));
        }
        return list;
    }

    private static String dialog(
            int n, int hop, int cseq, String method, boolean tag, boolean forked) {
        String top =
                "Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bK-p%d-%s-%d;rport\r\n"
                        .formatted(n, method, cseq);
        return (hop == 0 ? "" : top)
                + """
                Via: SIP/2.0/UDP 192.0.2.%d:5060;branch=z9hG4bK-%d-%s-%d;rport=5060;received=192.0.2.9
                %sFrom: "User %d" <sip:%s@example.com>;tag=a%dx%d
                To: <sip:%s@example.com>%s
                Call-ID: %08x-%d-4c5e9@192.0.2.%d
                CSeq: %d %s
                """
                        .formatted(
                                n % 250,
                                n,
                                method,
                                cseq,
                                tag ? "" : "Max-Forwards: 70\r\n",
                                n % 500,
                                4000 + n % 500,
                                n,
                                77,
                                5000 + n % 300,
                                forked ? ";tag=b" + n + "x9" : "",
                                n * 31,
                                n,
                                n % 250,
                                cseq,
                                method)
                        .replace("\n", "\r\n")
                        .replace("\r\r", "\r");
    }

    private static byte[] request(
            int n, int hop, String method, int cseq, boolean sdp, boolean tagged) {
        String head =
                "%s sip:%d@198.51.100.%d:5060;transport=udp SIP/2.0\r\n"
                        .formatted(method, 5000 + n % 300, hop + 1);
        String rest =
                """
                Contact: <sip:%d@192.0.2.%d:5060>
                User-Agent: Softphone/1.4.2 (Linux x86_64)
                Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, INFO, UPDATE
                Supported: replaces, timer
                """
                        .formatted(4000 + n % 500, n % 250)
                        .replace("\n", "\r\n");
        return whole(head + dialog(n, hop, cseq, method, false, tagged) + rest, n, sdp);
    }

    private static byte[] response(
            int n, int hop, String status, int cseq, String method, boolean sdp, boolean tagged) {
        String rest =
                "Contact: <sip:%d@192.0.2.%d:5060>\r\nServer: PBX 18.2\r\n"
                        .formatted(5000 + n % 300, n % 250);
        return whole(
                "SIP/2.0 " + status + "\r\n" + dialog(n, hop, cseq, method, true, tagged) + rest,
                n,
                sdp);
    }

    private static byte[] whole(String header, int n, boolean sdp) {
        String body = sdp ? SDP.formatted(n % 250, 10000 + n % 1000 * 2) : "";
        String type = sdp ? "Content-Type: application/sdp\r\n" : "";
        return (header + type + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
