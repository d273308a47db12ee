package io.callogram.capture.file;

import io.callogram.capture.file.InterfaceTable.Interface;
import io.callogram.capture.packet.Bytes;
import java.util.ArrayList;
import java.util.List;

/// Blocks of a type, a length, a body and the length again; sections, each with its own byte order
/// and interfaces; interfaces, each with its own link type and clock.
final class PcapngFormat implements RecordFormat {

    static final int SECTION = 0x0a0d_0d0a;
    static final int INTERFACE = 1;
    static final int OLD_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int NAMES = 4;
    static final int STATISTICS = 5;
    static final int ENHANCED_PACKET = 6;
    static final int BYTE_ORDER = 0x1a2b_3c4d;

    private static final int MAX_INTERFACES = 65_536;

    private final Troubles troubles;
    private final InterfaceTable table;
    private final NameTable names;
    private final List<Interface> interfaces = new ArrayList<>();
    private boolean bigEndian;
    private boolean checked;
    private long section;
    private long lastTime;
    private int patience = PATIENCE;
    private long lostFrom = -1;

    PcapngFormat(Troubles troubles, InterfaceTable table, NameTable names) {
        this.troubles = troubles;
        this.table = table;
        this.names = names;
    }

    /// A format that goes on at `position`, in the section that lies there.
    static PcapngFormat resumed(InterfaceTable table, long position) {
        PcapngFormat format =
                new PcapngFormat(new Troubles(), new InterfaceTable(), new NameTable());
        InterfaceTable.Section section = table.at(position);
        format.bigEndian = section.bigEndian();
        format.interfaces.addAll(section.interfaces());
        return format;
    }

    static boolean recognises(byte[] head, int length) {
        return length >= 12
                && Bytes.i32(head, 0) == SECTION
                && (Bytes.i32(head, 8) == BYTE_ORDER || Bytes.littleInt(head, 8) == BYTE_ORDER);
    }

    @Override
    public int headerLength() {
        return 0;
    }

    @Override
    public int cut(Window window, BlockBuilder into) {
        int at = cutAll(window, into);
        table.seen(window.position(at));
        return at;
    }

    private int cutAll(Window window, BlockBuilder into) {
        int at = 0;
        while (true) {
            if (lostFrom >= 0) {
                at = resynchronise(window, at);
                if (lostFrom >= 0) {
                    return at;
                }
            }
            int left = window.to() - at;
            if (left < 12) {
                return window.last() ? end(window, at) : at;
            }
            long length = blockLength(window.bytes(), at);
            if (length < 0) {
                lostFrom = window.position(at);
                at += 4;
            } else if (length > left) {
                if (!window.last()) {
                    return at;
                }
                if (PcapngBlocks.find(window, at + 4, bigEndian) < 0) {
                    salvage(window, at, into);
                    return end(window, at);
                }
                lostFrom = window.position(at);
                at += 4;
            } else if (closes(window, at, (int) length)) {
                block(window, at, (int) length, into);
                at += (int) length;
            } else {
                patience -= length > USUAL_RECORD ? 1 : 0;
                lostFrom = window.position(at);
                at += 4;
            }
        }
    }

    private int limit() {
        return patience > 0 ? MAX_RECORD : USUAL_RECORD;
    }

    /// The length of the block at `at`, or -1 when it cannot be one. A section header decides the
    /// byte order before its own length can be read.
    private long blockLength(byte[] bytes, int at) {
        boolean order = bigEndian;
        if (Bytes.i32(bytes, at) == SECTION) {
            if (Bytes.i32(bytes, at + 8) == BYTE_ORDER) {
                order = true;
            } else if (Bytes.littleInt(bytes, at + 8) == BYTE_ORDER) {
                order = false;
            } else {
                return -1;
            }
        }
        long length = Bytes.u32(bytes, at + 4, order);
        return length < 12 || (length & 3) != 0 || length > limit() ? -1 : length;
    }

    /// Both lengths must agree, or at least a block must follow where the first one says. Where
    /// checksums can tell, nothing else decides.
    private boolean closes(Window window, int at, int length) {
        byte[] bytes = window.bytes();
        int type = Bytes.i32(bytes, at, bigEndian);
        if (checked && type != SECTION && type != INTERFACE) {
            return CheckedPacket.intact(bytes, at, at + length) == length;
        }
        int second = at + length - 4;
        if (Bytes.i32(bytes, second) == Bytes.i32(bytes, at + 4)) {
            return true;
        }
        int next = at + length;
        boolean follows =
                (next == window.to() && window.last())
                        || PcapngBlocks.begins(window, next, bigEndian);
        if (follows) {
            troubles.add(
                    "length-mismatch",
                    window.position(second),
                    "gives two lengths for the block that ends at byte %,d; the first one was used",
                    window.position(next));
        }
        return follows;
    }

    private void block(Window window, int at, int length, BlockBuilder into) {
        byte[] bytes = window.bytes();
        int type = Bytes.i32(bytes, at, bigEndian);
        if (Bytes.i32(bytes, at) == SECTION) {
            bigEndian = Bytes.i32(bytes, at + 8) == BYTE_ORDER;
            checked = CheckedPacket.areIn(bytes, at, length);
            section = window.position(at);
            interfaces.clear();
            table.add(section, bigEndian);
            return;
        }
        switch (type) {
            case ENHANCED_PACKET, OLD_PACKET -> packet(window, at, length, type, into);
            case SIMPLE_PACKET -> simplePacket(window, at, length, into);
            case INTERFACE -> described(window, at, length);
            case NAMES -> names.read(bytes, at + 8, at + length - 4, bigEndian);
            default -> {
                // Statistics, secrets, custom blocks: allowed, and nothing in them is a packet.
            }
        }
    }

    private void described(Window window, int at, int length) {
        if (length < 20) {
            troubles.add(
                    "bad-block",
                    window.position(at),
                    "has an interface description of %d bytes at byte %,d; it was skipped",
                    length,
                    window.position(at));
            return;
        }
        if (interfaces.size() == MAX_INTERFACES) {
            troubles.add(
                    "too-many-interfaces",
                    window.position(at),
                    "describes more than %,d interfaces in one section; the rest is unknown",
                    MAX_INTERFACES);
            return;
        }
        Interface read = PcapngBlocks.description(window.bytes(), at, length, bigEndian);
        table.add(section, interfaces.size(), read);
        interfaces.add(read);
    }

    private void packet(Window window, int at, int length, int type, BlockBuilder into) {
        byte[] bytes = window.bytes();
        if (length < 32) {
            unreadable(window, at, "too short for a packet");
            return;
        }
        long index =
                type == OLD_PACKET
                        ? Bytes.u16(bytes, at + 8, bigEndian)
                        : Bytes.u32(bytes, at + 8, bigEndian);
        if (index >= interfaces.size()) {
            unreadable(window, at, "of an interface that was never described");
            return;
        }
        Interface from = interfaces.get((int) index);
        long captured = Bytes.u32(bytes, at + 20, bigEndian);
        if (captured > length - 32) {
            unreadable(window, at, "longer than its block");
            return;
        }
        long ticks =
                Bytes.u32(bytes, at + 12, bigEndian) << 32 | Bytes.u32(bytes, at + 16, bigEndian);
        lastTime = from.nanoseconds(ticks);
        int original = (int) Math.clamp(Bytes.u32(bytes, at + 24, bigEndian), captured, 1 << 30);
        into.add(window.position(at), at + 28, (int) captured, original, lastTime, from.link());
    }

    /// Has no time of its own: it gets that of the packet before it.
    private void simplePacket(Window window, int at, int length, BlockBuilder into) {
        if (length < 16 || interfaces.isEmpty()) {
            unreadable(window, at, "without an interface");
            return;
        }
        Interface from = interfaces.getFirst();
        long original = Bytes.u32(window.bytes(), at + 8, bigEndian);
        int captured = PcapngBlocks.simpleLength(original, length, from);
        into.add(
                window.position(at),
                at + 12,
                captured,
                Math.clamp(original, captured, 1 << 30),
                lastTime,
                from.link());
    }

    private void unreadable(Window window, int at, String what) {
        troubles.add(
                "bad-block",
                window.position(at),
                "has a packet %s at byte %,d; it was skipped",
                what,
                window.position(at));
    }

    /// A last block whose end is missing may still hold its whole packet.
    private void salvage(Window window, int at, BlockBuilder into) {
        int left = window.to() - at;
        int type = Bytes.i32(window.bytes(), at, bigEndian);
        if (left >= 32
                && type == ENHANCED_PACKET
                && Bytes.u32(window.bytes(), at + 20, bigEndian) <= left - 28) {
            packet(window, at, left + 4, type, into);
        }
    }

    private int end(Window window, int at) {
        if (at < window.to()) {
            long end = window.position(window.to());
            troubles.add(
                    "cut",
                    end,
                    "ends in the middle of a block at byte %,d; everything before it was read",
                    end);
        }
        return window.to();
    }

    private int resynchronise(Window window, int from) {
        int next = PcapngBlocks.find(window, from, bigEndian);
        if (next < 0 && !window.last()) {
            return -next - 1;
        }
        int at = next < 0 ? window.to() : next;
        troubles.damaged(lostFrom, window.position(at), next < 0);
        lostFrom = -1;
        return at;
    }
}
