package io.callogram.capture.file;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The sections of a pcapng file and their interfaces, by the place where each section begins: what
/// is needed to read one packet again without reading all before it.
final class InterfaceTable {

    /// One capture interface: how to read its packets' type and time.
    ///
    /// @param resolution if_tsresol as it stands in the file
    /// @param offset if_tsoffset, seconds
    record Interface(int link, long snapLength, int resolution, long offset) {

        private static final long[] POWERS = powersOfTen();

        /// Nanoseconds since 1970; wraps for times that 64 bits cannot hold.
        long nanoseconds(long ticks) {
            long seconds = offset * 1_000_000_000L;
            int exponent = resolution & 0x7f;
            if ((resolution & 0x80) != 0) {
                return seconds + binary(ticks, exponent);
            }
            if (exponent <= 9) {
                return seconds + ticks * POWERS[9 - exponent];
            }
            return exponent > 27
                    ? seconds
                    : seconds + Long.divideUnsigned(ticks, POWERS[exponent - 9]);
        }

        private static long binary(long ticks, int bits) {
            long whole = bits > 63 ? 0 : ticks >>> bits;
            long fraction = bits > 63 ? ticks : ticks & ((1L << bits) - 1);
            // 33 bits of fraction are finer than a nanosecond and leave room for the product.
            int surplus = bits - 33;
            if (surplus > 63) {
                return 0;
            }
            long part =
                    surplus > 0
                            ? ((fraction >>> surplus) * 1_000_000_000L) >>> 33
                            : (fraction * 1_000_000_000L) >>> bits;
            return whole * 1_000_000_000L + part;
        }

        private static long[] powersOfTen() {
            long[] powers = new long[19];
            powers[0] = 1;
            for (int i = 1; i < powers.length; i++) {
                powers[i] = powers[i - 1] * 10;
            }
            return powers;
        }
    }

    /// A section's byte order and interfaces.
    record Section(boolean bigEndian, List<Interface> interfaces) {}

    private final TreeMap<Long, Section> sections = new TreeMap<>();
    private long seen;

    synchronized void add(long start, boolean bigEndian) {
        sections.putIfAbsent(start, new Section(bigEndian, new ArrayList<>()));
    }

    /// The `index`-th interface of the section that begins at `start`.
    synchronized void add(long start, int index, Interface described) {
        Section section = sections.get(start);
        if (section != null && section.interfaces().size() == index) {
            section.interfaces().add(described);
        }
    }

    /// Everything before `position` has been looked at.
    synchronized void seen(long position) {
        seen = Math.max(seen, position);
    }

    synchronized boolean covers(long position) {
        return position < seen;
    }

    /// The section that `position` lies in, as far as it is known.
    synchronized Section at(long position) {
        var section = sections.floorEntry(position);
        return section == null
                ? new Section(false, List.of())
                : new Section(
                        section.getValue().bigEndian(),
                        List.copyOf(section.getValue().interfaces()));
    }
}
