package io.callogram.web.cli;

import io.callogram.capture.reassembly.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finished rows as bytes, on disk until they are written in order of start time at the end.
final class RowStore {
    private static final long[] NO_PACKETS = {};

    private record Row(long start, String id, long place, int length) {}

    private final Spool spool;
    private final Map<String, Row> rows = new HashMap<>();

    RowStore(Spool spool) {
        this.spool = spool;
    }

    void put(String id, long start, byte[] row) {
        long place = spool.append(NO_PACKETS, 0, row, 0, row.length);
        rows.put(id, new Row(start, id, place, row.length));
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
            out.write(spool.read(row.place, row.length));
        }
    }
}
