package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.media.RtpStream;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// What is known of a source that was read to its end, besides its calls.
record Summary(SourceStatus status, RtpStreams streams) {
    /// Grows when captures are taken apart in another way than before.
    private static final int FORM = 1;

    byte[] pack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(FORM);
        status(out, status);
        // Those of a source that grows are counted on meanwhile.
        synchronized (streams) {
            streams(out, streams);
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes.toByteArray());
        out.writeLong(crc.getValue());
        return bytes.toByteArray();
    }

    /// Empty when the bytes are damaged, or of another form.
    static Optional<Summary> unpack(byte[] bytes) throws IOException {
        int length = bytes.length - Long.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, Math.max(0, length));
        if (length < 4 || crc.getValue() != ByteBuffer.wrap(bytes).getLong(length)) {
            return Optional.empty();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        return in.readInt() == FORM
                ? Optional.of(new Summary(status(in), streams(in)))
                : Optional.empty();
    }

    private static void status(DataOutputStream out, SourceStatus status) throws IOException {
        out.writeInt(status.number());
        out.writeUTF(status.name());
        out.writeLong(status.size());
        out.writeLong(status.calls());
        out.writeLong(status.elapsed());
        account(out, status.account() == null ? Account.EMPTY : status.account());
        out.writeInt(status.troubles().size());
        for (Trouble trouble : status.troubles()) {
            out.writeUTF(trouble.reason());
            out.writeLong(trouble.at());
            out.writeUTF(trouble.sentence());
        }
        out.writeInt(status.rtpStreams());
    }

    private static SourceStatus status(DataInputStream in) throws IOException {
        int number = in.readInt();
        String name = in.readUTF();
        long size = in.readLong();
        long calls = in.readLong();
        long elapsed = in.readLong();
        Account account = account(in);
        int count = in.readInt();
        List<Trouble> troubles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            troubles.add(new Trouble(in.readUTF(), in.readLong(), in.readUTF()));
        }
        return SourceStatus.kept(
                number, name, size, calls, elapsed, account, troubles, in.readInt());
    }

    private static void account(DataOutputStream out, Account account) throws IOException {
        out.writeLong(account.packets());
        out.writeLong(account.sip());
        out.writeLong(account.coalesced());
        out.writeLong(account.duplicates());
        out.writeLong(account.malformed());
        out.writeLong(account.rtp());
        out.writeLong(account.rtcp());
        counts(out, account.other());
        counts(out, account.refused());
        counts(out, account.notes());
        out.writeLong(account.firstPacket());
        out.writeLong(account.lastPacket());
    }

    private static Account account(DataInputStream in) throws IOException {
        return new Account(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                counts(in),
                counts(in),
                counts(in),
                in.readLong(),
                in.readLong());
    }

    private static void counts(DataOutputStream out, SortedMap<String, Long> counts)
            throws IOException {
        out.writeInt(counts.size());
        for (var entry : counts.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    private static SortedMap<String, Long> counts(DataInputStream in) throws IOException {
        int count = in.readInt();
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            counts.put(in.readUTF(), in.readLong());
        }
        return counts;
    }

    private static void streams(DataOutputStream out, RtpStreams streams) throws IOException {
        out.writeInt(streams.all().size());
        for (RtpStream stream : streams.all()) {
            endpoint(out, stream.from());
            endpoint(out, stream.to());
            out.writeInt(stream.ssrc());
            out.writeBoolean(stream.rtcp());
            out.writeInt(stream.payloadType());
            out.writeLong(stream.packets());
            out.writeLong(stream.first());
            out.writeLong(stream.last());
        }
    }

    private static RtpStreams streams(DataInputStream in) throws IOException {
        RtpStreams streams = new RtpStreams();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            streams.add(
                    RtpStream.counted(
                            endpoint(in),
                            endpoint(in),
                            in.readInt(),
                            in.readBoolean(),
                            in.readInt(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong()));
        }
        return streams;
    }

    private static void endpoint(DataOutputStream out, Endpoint endpoint) throws IOException {
        out.writeBoolean(endpoint.address().v6());
        out.writeLong(endpoint.address().high());
        out.writeLong(endpoint.address().low());
        out.writeInt(endpoint.port());
    }

    private static Endpoint endpoint(DataInputStream in) throws IOException {
        return new Endpoint(address(in), in.readInt());
    }

    private static IpAddress address(DataInputStream in) throws IOException {
        boolean v6 = in.readBoolean();
        return new IpAddress(in.readLong(), in.readLong(), v6);
    }
}
