package io.callogram.analyzer.pipeline;

import io.callogram.samples.wire.Endpoint;
import io.callogram.samples.wire.Frames;
import io.callogram.samples.wire.PcapFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/// Hours of what goes on for ever beside calls: hosts that ping each other, phones that register
/// and subscribe anew, calls that are talked in for long or never released, a scanner.
final class Chatter {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long START = 1_750_000_000L * SECOND;

    private record Later(long at, int order, Runnable what) {}

    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparingLong(Later::at).thenComparingInt(Later::order));
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Random random;
    private final Frames frames;
    private final long end;
    private long now = START;
    private int made;
    private int packets;

    private Chatter(long seed, Duration length) throws IOException {
        this.random = new Random(seed);
        this.frames = new Frames(new PcapFile(bytes));
        this.end = START + length.toNanos();
    }

    /// A capture of so long a time.
    static byte[] capture(long seed, Duration length) throws IOException {
        Chatter chatter = new Chatter(seed, length);
        chatter.pings(1, 30, 1);
        chatter.pings(2, 300, 200);
        chatter.pings(3, 1, 2);
        for (int phone = 1; phone <= 8; phone++) {
            chatter.renewed("REGISTER", phone, 45 * phone);
            chatter.renewed("SUBSCRIBE", phone, 70 * phone);
            chatter.calls(phone);
        }
        chatter.scan();
        return chatter.write();
    }

    private byte[] write() {
        for (Later next = later.poll(); next != null && next.at < end; next = later.poll()) {
            now = next.at;
            next.what.run();
        }
        return bytes.toByteArray();
    }

    private void in(long millis, Runnable what) {
        later.add(new Later(now + millis * 1_000_000, made++, what));
    }

    /// Each with a Call-ID of its own.
    private void pings(int host, int seconds, int count) {
        in(
                seconds * 1000L,
                () -> {
                    for (int i = 0; i < count; i++) {
                        in(
                                i * 40L,
                                () ->
                                        ask(
                                                "OPTIONS",
                                                host,
                                                "ping-" + host + "-" + made++,
                                                1,
                                                "",
                                                200));
                    }
                    pings(host, seconds, count);
                });
    }

    private void renewed(String method, int phone, int seconds) {
        renewed(method, phone, seconds, 1);
    }

    private void renewed(String method, int phone, int seconds, int number) {
        long soon = seconds * 1000L + random.nextInt(500);
        in(
                soon,
                () -> {
                    String callId = method + "-of-" + phone;
                    String tag = method.equals("SUBSCRIBE") && number > 1 ? ";tag=server" : "";
                    ask(method, phone, callId, number, tag, number % 7 == 0 ? 503 : 200);
                    renewed(method, phone, seconds, number + 1);
                });
    }

    private void calls(int phone) {
        in(
                20_000 + random.nextInt(120_000),
                () -> {
                    String callId = "call-" + phone + "-" + made++;
                    int fate = random.nextInt(6);
                    long talk = 1000L * (5 + random.nextInt(fate == 0 ? 3_000 : 90));
                    ask("INVITE", phone, callId, 1, "", fate == 1 ? 486 : 200);
                    if (fate > 1) {
                        in(200, () -> send("ACK", phone, callId, 1, ";tag=server", 0));
                        in(talk, () -> ask("BYE", phone, callId, 2, ";tag=server", 200));
                    }
                    media(phone, fate);
                    calls(phone);
                });
    }

    /// Some of it goes on when the call is over.
    private void media(int phone, int fate) {
        int port = 20_000 + 2 * phone;
        byte[] rtp = new byte[172];
        rtp[0] = (byte) 0x80;
        rtp[11] = (byte) phone;
        for (int i = 0; i < 40 * (fate + 1); i++) {
            int sequence = i;
            in(
                    1000 + i * 400L,
                    () -> {
                        rtp[2] = (byte) (sequence >> 8);
                        rtp[3] = (byte) sequence;
                        udp(phone(phone).replace("5060", "" + port), "10.0.0.9:30000", rtp);
                    });
        }
    }

    private void scan() {
        in(
                200_000 + random.nextInt(400_000),
                () -> {
                    int tries = 5 + random.nextInt(60);
                    for (int i = 0; i < tries; i++) {
                        int user = i;
                        in(
                                i * 700L,
                                () ->
                                        ask(
                                                "REGISTER",
                                                66,
                                                "scan-" + made++ + "-" + user,
                                                1,
                                                "",
                                                404));
                    }
                    scan();
                });
    }

    private void ask(String method, int phone, String callId, int cseq, String tag, int status) {
        send(method, phone, callId, cseq, tag, 0);
        in(30 + random.nextInt(60), () -> send(method, phone, callId, cseq, ";tag=server", status));
    }

    /// @param status 0 for the request
    private void send(String method, int phone, String callId, int cseq, String tag, int status) {
        boolean offers = method.equals("INVITE") && status < 300;
        String sdp =
                !offers
                        ? ""
                        : "v=0\r\no=- %d 1 IN IP4 %s\r\ns=-\r\nc=IN IP4 %s\r\nt=0 0\r\nm=audio %d RTP/AVP 0\r\n"
                                .formatted(
                                        callId.hashCode() & 0xffff,
                                        status == 0 ? host(phone) : "10.0.0.9",
                                        status == 0 ? host(phone) : "10.0.0.9",
                                        status == 0 ? 20_000 + 2 * phone : 30_000);
        String first =
                status == 0
                        ? "%s sip:bob@10.0.0.9 SIP/2.0".formatted(method)
                        : "SIP/2.0 %d Said".formatted(status);
        String text =
                """
                %s
                Via: SIP/2.0/UDP %s;branch=z9hG4bK-%s-%s-%d
                From: <sip:u%d@example.org>;tag=phone
                To: <sip:bob%s@example.org>%s
                Call-ID: %s
                CSeq: %d %s
                Contact: <sip:u%d@%s>
                Event: presence
                Expires: 3600
                Content-Type: application/sdp
                Content-Length: %d

                """
                        .formatted(
                                first,
                                phone(phone),
                                callId,
                                method.equals("ACK") ? "ACK" : "",
                                cseq,
                                phone,
                                callId.startsWith("scan") ? callId : "",
                                tag,
                                callId,
                                cseq,
                                method,
                                phone,
                                phone(phone),
                                sdp.length());
        byte[] message = (text.replace("\n", "\r\n") + sdp).getBytes(StandardCharsets.ISO_8859_1);
        udp(
                status == 0 ? phone(phone) : "10.0.0.9:5060",
                status == 0 ? "10.0.0.9:5060" : phone(phone),
                message);
    }

    private void udp(String from, String to, byte[] payload) {
        try {
            int id = ++packets & 0xffff;
            frames.udp(now, Endpoint.parse(from), Endpoint.parse(to), id, payload, payload.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String host(int phone) {
        return "10.0.1." + phone;
    }

    private static String phone(int phone) {
        return host(phone) + ":5060";
    }
}
