package io.callogram.web.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finished rows as bytes, packed one behind the other, written in order of start time at the end.
final class RowStore {
    private static final int CHUNK = 1 << 20;

    private record Row(long start, String id, int chunk, int offset, int length) {}

    private final List<byte[]> chunks = new ArrayList<>();
    private final Map<String, Row> rows = new HashMap<>();
    private int used = CHUNK;

    void put(String id, long start, byte[] row) {
        if (row.length > CHUNK - used) {
            chunks.add(new byte[Math.max(CHUNK, row.length)]);
            used = 0;
        }
        System.arraycopy(row, 0, chunks.getLast(), used, row.length);
        rows.put(id, new Row(start, id, chunks.size() - 1, used, row.length));
        used += row.length;
    }

    void retract(String id) {
        rows.remove(id);
    }

    int size() {
        return rows.size();
    }

    void write(OutputStream out, byte[] separator) throws IOException {
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingLong(Row::start).thenComparing(Row::id));
        boolean first = true;
        for (Row row : sorted) {
            if (!first) {
                out.write(separator);
            }
            first = false;
            out.write(chunks.get(row.chunk), row.offset, row.length);
        }
    }
}
