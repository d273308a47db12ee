package io.callogram.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Reads pcap with nanoseconds, checks every checksum and every TCP sequence number, and gives the
/// SIP messages.
public final class CaptureReader {
    private final List<Seen> messages = new ArrayList<>();
    private final Map<String, ByteArrayOutputStream> fragments = new HashMap<>();
    private final Map<String, Integer> nextSequence = new HashMap<>();
    private final Map<String, byte[]> unfinished = new HashMap<>();
    private int packets;
    private int others;
    private boolean inOrder = true;

    private CaptureReader() {}

    public static CaptureReader read(byte[] pcap) {
        CaptureReader reader = new CaptureReader();
        ByteBuffer file = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
        require(file.getInt(0) == 0xa1b23c4d, "magic");
        file.position(24);
        long last = 0;
        while (file.hasRemaining()) {
            long at = file.getInt() * 1_000_000_000L + file.getInt();
            byte[] frame = new byte[file.getInt()];
            require(file.getInt() == frame.length, "nothing is cut");
            file.get(frame);
            reader.inOrder &= at >= last;
            last = at;
            reader.packets++;
            reader.frame(at, frame);
        }
        require(reader.fragments.isEmpty(), "every fragment found its packet");
        require(
                reader.unfinished.values().stream().allMatch(rest -> rest.length == 0),
                "every stream ends with a message");
        return reader;
    }

    public List<Seen> messages() {
        return messages;
    }

    public int packets() {
        return packets;
    }

    public int others() {
        return others;
    }

    public boolean inOrder() {
        return inOrder;
    }

    private static void require(boolean held, String what) {
        if (!held) {
            throw new AssertionError("does not hold: " + what);
        }
    }

    private void frame(long at, byte[] frame) {
        ByteBuffer packet = ByteBuffer.wrap(frame);
        int type = packet.getShort(12) & 0xffff;
        if (type == 0x0800) {
            v4(at, packet.slice(14, frame.length - 14));
        } else {
            require(type == 0x86dd, "IPv6 when not IPv4");
            v6(at, packet.slice(14, frame.length - 14));
        }
    }

    private void v4(long at, ByteBuffer ip) {
        require(sum(bytes(ip, 0, 20), 0) == 0xffff, "IPv4 header checksum");
        byte[] payload = bytes(ip, 20, (ip.getShort(2) & 0xffff) - 20);
        int flags = ip.getShort(6) & 0xffff;
        Addresses addresses = new Addresses(bytes(ip, 12, 4), bytes(ip, 16, 4), ip.get(9));
        piece(at, addresses, ip.getShort(4), (flags & 0x1fff) * 8, (flags & 0x2000) != 0, payload);
    }

    private void v6(long at, ByteBuffer ip) {
        byte[] payload = bytes(ip, 40, ip.getShort(4) & 0xffff);
        byte next = ip.get(6);
        if (next != 44) {
            piece(
                    at,
                    new Addresses(bytes(ip, 8, 16), bytes(ip, 24, 16), next),
                    0,
                    0,
                    false,
                    payload);
            return;
        }
        ByteBuffer extension = ByteBuffer.wrap(payload);
        int offset = extension.getShort(2) & 0xfff8;
        boolean more = (extension.getShort(2) & 1) != 0;
        Addresses addresses = new Addresses(bytes(ip, 8, 16), bytes(ip, 24, 16), extension.get(0));
        piece(
                at,
                addresses,
                extension.getInt(4),
                offset,
                more,
                Arrays.copyOfRange(payload, 8, payload.length));
    }

    private void piece(
            long at, Addresses addresses, int id, int offset, boolean more, byte[] payload) {
        if (offset == 0 && !more) {
            transport(at, addresses, payload);
            return;
        }
        String key = addresses + " " + id;
        ByteArrayOutputStream whole =
                fragments.computeIfAbsent(key, ignored -> new ByteArrayOutputStream());
        require(whole.size() == offset, "fragments in order");
        whole.writeBytes(payload);
        if (!more) {
            fragments.remove(key);
            transport(at, addresses, whole.toByteArray());
        }
    }

    private void transport(long at, Addresses addresses, byte[] segment) {
        ByteBuffer pseudo = ByteBuffer.allocate(40 + segment.length + (segment.length & 1));
        pseudo.put(addresses.from)
                .put(addresses.to)
                .putInt(segment.length)
                .putInt(addresses.protocol)
                .put(segment);
        require(sum(pseudo.array(), 0) == 0xffff, "checksum of UDP or TCP");
        ByteBuffer in = ByteBuffer.wrap(segment);
        String from = addresses.from(in.getShort(0) & 0xffff);
        String to = addresses.to(in.getShort(2) & 0xffff);
        if (addresses.protocol == 17) {
            require((in.getShort(4) & 0xffff) == segment.length, "UDP length");
            datagram(at, from, to, Arrays.copyOfRange(segment, 8, segment.length));
        } else {
            tcp(at, from, to, in, segment);
        }
    }

    private void datagram(long at, String from, String to, byte[] payload) {
        if (Seen.isSip(payload)) {
            messages.add(Seen.of(at, from, to, false, payload));
        } else {
            others++;
        }
    }

    private void tcp(long at, String from, String to, ByteBuffer in, byte[] segment) {
        String key = from + ">" + to;
        int flags = in.get(13);
        int header = (in.get(12) & 0xf0) / 4;
        byte[] payload = Arrays.copyOfRange(segment, header, segment.length);
        Integer expected = nextSequence.get(key);
        boolean syn = (flags & 2) != 0;
        require(
                syn || (expected != null && expected == in.getInt(4)),
                "TCP sequence number follows");
        Integer back = nextSequence.get(to + ">" + from);
        require(
                (flags & 16) == 0 || (back != null && back == in.getInt(8)),
                "TCP acknowledges what was sent");
        nextSequence.put(
                key, in.getInt(4) + payload.length + (flags & 3) - ((flags & 3) == 2 ? 1 : 0));
        if (payload.length > 0) {
            stream(at, from, to, key, payload);
        }
    }

    private void stream(long at, String from, String to, String key, byte[] payload) {
        byte[] before = unfinished.getOrDefault(key, new byte[0]);
        byte[] all = Arrays.copyOf(before, before.length + payload.length);
        System.arraycopy(payload, 0, all, before.length, payload.length);
        while (all.length >= 2 && all[0] == '\r' && all[1] == '\n') {
            all = Arrays.copyOfRange(all, 2, all.length);
        }
        int end = Seen.endOfHeaders(all, 0);
        if (end > 0) {
            Seen head = Seen.of(at, from, to, true, Arrays.copyOf(all, end));
            int whole = end + Integer.parseInt(head.header("content-length"));
            if (all.length >= whole) {
                messages.add(Seen.of(at, from, to, true, Arrays.copyOf(all, whole)));
                all = Arrays.copyOfRange(all, whole, all.length);
                require(all.length == 0, "a segment ends with its message");
            }
        }
        unfinished.put(key, all);
    }

    private static byte[] bytes(ByteBuffer from, int at, int length) {
        byte[] bytes = new byte[length];
        from.get(at, bytes);
        return bytes;
    }

    private static int sum(byte[] bytes, int start) {
        long sum = 0;
        for (int i = start; i < bytes.length; i += 2) {
            sum += (bytes[i] & 0xff) * 256L + (bytes[i + 1] & 0xff);
        }
        while (sum > 0xffff) {
            sum = sum % 0x10000 + sum / 0x10000;
        }
        return (int) sum;
    }

    private record Addresses(byte[] from, byte[] to, byte protocol) {
        String from(int port) {
            return HexFormat.of().formatHex(from) + ":" + port;
        }

        String to(int port) {
            return HexFormat.of().formatHex(to) + ":" + port;
        }

        @Override
        public String toString() {
            return from(0) + to(0) + protocol;
        }
    }
}
