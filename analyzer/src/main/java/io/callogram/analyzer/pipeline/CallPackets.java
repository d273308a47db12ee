package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.pseudonym.Anonymizer;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.capture.file.PcapngWriter;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The packets that carried a call's messages, in capture order, as they were captured.
public final class CallPackets {

    private CallPackets() {}

    public static void write(Call call, CaptureFile capture, Spool spool, OutputStream out)
            throws IOException {
        try (PcapngWriter writer = new PcapngWriter(out)) {
            for (long record : records(call, new CaptureBytes(capture, spool))) {
                writer.write(capture.packet(record));
            }
        }
    }

    /// The same with pseudonyms in place of everything that names somebody.
    ///
    /// @return how many bodies and pieces of streams had to be left out
    public static int writeAnonymized(
            Call call, CaptureFile capture, Spool spool, Anonymizer anonymizer, OutputStream out)
            throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        for (long record : records(call, new CaptureBytes(capture, spool))) {
            packets.add(capture.packet(record));
        }
        Anonymizer.Anonymized anonymized = anonymizer.anonymize(packets);
        try (PcapngWriter writer = new PcapngWriter(out)) {
            for (CapturedPacket packet : anonymized.packets()) {
                writer.write(packet);
            }
        }
        return anonymized.leftOut();
    }

    private static SortedSet<Long> records(Call call, CaptureBytes bytes) throws IOException {
        SortedSet<Long> records = new TreeSet<>();
        for (CallMessage message : call.messages()) {
            add(records, message.seen(), bytes);
            for (Seen again : message.repeats()) {
                add(records, again, bytes);
            }
        }
        return records;
    }

    private static void add(SortedSet<Long> records, Seen seen, CaptureBytes bytes)
            throws IOException {
        Where where = seen.sighting().where();
        for (long record : bytes.records(where.stored(), where.packet())) {
            records.add(record);
        }
    }
}
