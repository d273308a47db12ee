package io.callogram.capture.file;

import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// An opened capture: packets in order, as often as wanted, and any byte or packet again. Places
/// are those in the unpacked capture. Thread-safe, except that each pass belongs to one thread.
public final class CaptureFile implements Closeable {

    private final ByteSource source;
    private final CaptureFormat format;
    private final byte[] head;
    private final InterfaceTable interfaces = new InterfaceTable();
    private final NameTable names = new NameTable();
    private final Troubles troubles = new Troubles();

    private CaptureFile(ByteSource source) throws IOException {
        this.source = source;
        byte[] read = new byte[CaptureFormat.HEAD];
        int length = 0;
        int got = 0;
        // A pcap header is enough to begin with: more may not have been sent yet.
        while (length < 24 && got >= 0) {
            got = source.read(source.first() + length, read, length, read.length - length);
            length += Math.max(0, got);
        }
        head = Arrays.copyOf(read, length);
        format = CaptureFormat.recognise(head, length);
    }

    /// Opens a file. A gzip file is unpacked into `folder` while it is read.
    ///
    /// @throws NotACapture when its first bytes are those of something else
    public static CaptureFile open(Path file, Path folder) throws IOException {
        FileBytes plain = new FileBytes(file);
        byte[] magic = new byte[2];
        if (!CaptureFormat.isGzip(magic, plain.read(0, magic, 0, 2))) {
            return opened(plain);
        }
        long size = plain.size();
        plain.close();
        return opened(unpacked(Files.newInputStream(file), folder, size));
    }

    /// Opens what arrives on `in`, keeping it in `folder` until this is closed.
    ///
    /// @throws NotACapture when its first bytes are those of something else
    public static CaptureFile open(InputStream in, Path folder) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        byte[] magic = buffered.readNBytes(2);
        buffered.reset();
        return opened(
                CaptureFormat.isGzip(magic, magic.length)
                        ? unpacked(buffered, folder, -1)
                        : new SpooledStream(buffered, folder, new Unknown()));
    }

    /// Opens bytes that another keeps, and closes them with this.
    ///
    /// @throws NotACapture when the first ones are those of something else
    public static CaptureFile open(ByteSource source) throws IOException {
        return opened(source);
    }

    private static ByteSource unpacked(InputStream in, Path folder, long size) throws IOException {
        try {
            Inflation inflation = new Inflation(in, size);
            return new SpooledStream(inflation, folder, inflation);
        } catch (IOException damaged) {
            in.close();
            throw new NotACapture("The file begins like gzip, but its header is damaged.");
        }
    }

    private static CaptureFile opened(ByteSource source) throws IOException {
        try {
            return new CaptureFile(source);
        } catch (IOException refused) {
            source.close();
            throw refused;
        }
    }

    /// The first byte that there is: what stood before it was erased.
    public long first() {
        return source.first();
    }

    public CaptureFormat format() {
        return format;
    }

    /// A pass over all packets from the first on.
    public PacketSource packets() {
        return new BlockReader(source, reading(troubles), troubles);
    }

    /// The bytes at a place; fewer only at the end of the capture. What is unpacked or received is
    /// kept up to there first.
    public byte[] read(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = read(position, bytes, length);
        return filled < length ? Arrays.copyOf(bytes, filled) : bytes;
    }

    /// The same into the beginning of an array; how many there are.
    int read(long position, byte[] into, int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            int got = source.read(position + filled, into, filled, length - filled);
            if (got < 0) {
                break;
            }
            filled += got;
        }
        return filled;
    }

    /// The packet whose record begins at `record`, as `Payload.packet()` names it.
    ///
    /// @throws IOException when no packet can be read there
    public CapturedPacket packet(long record) throws IOException {
        describeUpTo(record);
        RecordFormat again =
                format == CaptureFormat.PCAPNG
                        ? PcapngFormat.resumed(interfaces, record)
                        : reading(new Troubles());
        byte[] bytes = new byte[1 << 12];
        int filled = 0;
        int got = 0;
        // What is there is tried before more is asked for: of a growing capture, that would wait.
        while (got >= 0 && filled < RecordFormat.MAX_RECORD * 2) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 4);
            }
            got = source.read(record + filled, bytes, filled, bytes.length - filled);
            filled += Math.max(got, 0);
            BlockBuilder packets = new BlockBuilder(64);
            again.cut(new Window(bytes, filled, record, got < 0), packets);
            if (packets.count() > 0) {
                return first(packets.block(bytes, record), record);
            }
        }
        throw new IOException("no packet record at byte " + record);
    }

    /// Names that the capture brings with it, by address; complete after a pass.
    public Map<IpAddress, String> names() {
        return names.all();
    }

    /// All troubles by slug, also those beyond the listed ones.
    public Map<String, Long> troubleCounts() {
        Map<String, Long> all = new TreeMap<>(troubles.counts());
        source.troubles().counts().forEach((slug, count) -> all.merge(slug, count, Long::sum));
        return all;
    }

    private static CapturedPacket first(PacketBlock block, long record) throws IOException {
        if (block.record()[0] != record) {
            throw new IOException("no packet record at byte " + record);
        }
        int start = block.start()[0];
        return new CapturedPacket(
                block.time()[0],
                block.link()[0],
                block.original()[0],
                Arrays.copyOfRange(block.bytes(), start, start + block.captured()[0]));
    }

    /// A pcapng packet means nothing without the interfaces described before it.
    private void describeUpTo(long record) throws IOException {
        if (format != CaptureFormat.PCAPNG || interfaces.covers(record)) {
            return;
        }
        Troubles ignored = new Troubles();
        PacketSource pass = new BlockReader(source, reading(ignored), ignored);
        boolean more = true;
        while (more && !interfaces.covers(record)) {
            more = pass.next() != null;
        }
    }

    private RecordFormat reading(Troubles into) {
        return switch (format) {
            case PCAP -> new PcapFormat(head, into);
            case PCAPNG -> new PcapngFormat(into, interfaces, names);
            case ERF -> new ErfFormat(into);
        };
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private record Unknown() implements SpooledStream.Progress {

        @Override
        public long done() {
            return 0;
        }

        @Override
        public long of() {
            return -1;
        }
    }
}
