package io.callogram.analyzer.log;

import java.util.Map;
import java.util.TreeMap;

/// The log in numbers.
final class LogCounters {

    private LogCounters() {}

    static Map<String, Long> of(Log log) {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("log_journal_entries", (long) log.journal().records().size());
        counters.put("log_journal_damaged_lines", (long) log.journal().damaged());
        counters.put("log_complaints", (long) log.complaints().size());
        for (Repair repair : log.repairs()) {
            add(counters, "log_bytes_cut_at_open", repair.cut());
            add(counters, "log_holes_at_open", repair.holes());
            add(counters, "log_files_ended_at_open", 1);
        }
        for (LogSource source : log.sources()) {
            add(counters, "log_bytes", source.bytes());
            if (source instanceof Recording recording) {
                add(counters, recording);
                Gone gone = log.gone(source.id());
                add(counters, "log_erased_bytes", gone.before());
                add(counters, "log_erased_packets", gone.packets());
            }
        }
        return counters;
    }

    private static void add(Map<String, Long> counters, Recording recording) {
        add(counters, "log_segments", recording.segments().size());
        RecorderStatus status = recording.recording();
        if (status != null) {
            add(counters, "log_recorders", 1);
            add(counters, "log_packets_durable", status.durable());
            add(counters, "log_packets_waiting", status.waiting());
            add(counters, "log_packets_dropped", status.dropped());
            add(counters, "log_sync_failures", status.syncFailures());
            add(counters, "log_write_failures", status.writeFailures());
        }
    }

    private static void add(Map<String, Long> counters, String name, long count) {
        counters.merge(name, count, Long::sum);
    }
}
