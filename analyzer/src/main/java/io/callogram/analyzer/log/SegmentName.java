package io.callogram.analyzer.log;

import io.callogram.capture.file.CheckedPacket;
import io.callogram.capture.file.PcapngBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a segment's file is called: the position of its first byte in its source, and the link
/// types of its interfaces. So the blocks before its first packet follow from its name, and damage
/// to them loses nothing.
record SegmentName(long first, List<Integer> links) implements Comparable<SegmentName> {

    /// Enough for every section header and a hundred interfaces.
    static final int LONGEST_HEADER = 4096;

    static final String SUFFIX = ".pcapng";
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})((?:-\\d{1,5})*)\\.pcapng");

    static Optional<SegmentName> of(String file) {
        Matcher form = FORM.matcher(file);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Integer> links =
                Arrays.stream(form.group(2).split("-"))
                        .filter(link -> !link.isEmpty())
                        .map(Integer::valueOf)
                        .toList();
        return Optional.of(new SegmentName(Long.parseUnsignedLong(form.group(1), 16), links));
    }

    String file() {
        String types = links.stream().map(link -> "-" + link).collect(Collectors.joining());
        return String.format("%016x", first) + types + SUFFIX;
    }

    /// A section header and the descriptions of the interfaces.
    byte[] header() {
        PcapngBuffer blocks = blocks();
        return Arrays.copyOf(blocks.array(), blocks.length());
    }

    PcapngBuffer blocks() {
        PcapngBuffer blocks = new PcapngBuffer(256);
        blocks.section(CheckedPacket.APPLICATION);
        links.forEach(blocks::describe);
        return blocks;
    }

    @Override
    public int compareTo(SegmentName other) {
        return Long.compare(first, other.first);
    }
}
