package io.callogram.analyzer.pseudonym;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.ladder.Ladder;
import io.callogram.analyzer.ladder.LadderLayout;
import io.callogram.analyzer.pipeline.CallPackets;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Story;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A call of a scenario, exported twice: as it was captured and with pseudonyms.
record Exported(Call call, byte[] plain, byte[] anonymized, int leftOut) {

    /// With a key that is the same every time.
    static List<Exported> of(Scenario scenario, Path folder) throws IOException {
        try (InputStream in = scenario.capture()) {
            return of(in, folder);
        }
    }

    static List<Exported> of(InputStream in, Path folder) throws IOException {
        List<Exported> all = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(in, folder);
                Spool spool = new MemorySpool()) {
            for (Call call : Replay.of(capture, spool, Limits.standard(), 1).calls()) {
                ByteArrayOutputStream plain = new ByteArrayOutputStream();
                CallPackets.write(call, capture, spool, plain);
                ByteArrayOutputStream other = new ByteArrayOutputStream();
                Anonymizer anonymizer = new Anonymizer(new byte[32]);
                int leftOut = CallPackets.writeAnonymized(call, capture, spool, anonymizer, other);
                all.add(new Exported(call, plain.toByteArray(), other.toByteArray(), leftOut));
            }
        }
        return all;
    }

    static List<Call> analyzed(byte[] export, Path folder) throws IOException {
        try (CaptureFile capture = CaptureFile.open(new ByteArrayInputStream(export), folder);
                Spool spool = new MemorySpool()) {
            return Replay.of(capture, spool, Limits.standard(), 1).calls();
        }
    }

    /// The packets of the export with pseudonyms.
    List<CapturedPacket> packets(Path folder) throws IOException {
        return packets(anonymized, folder);
    }

    static List<CapturedPacket> packets(byte[] export, Path folder) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(new ByteArrayInputStream(export), folder);
                PacketSource source = capture.packets()) {
            for (PacketBlock block = source.next(); block != null; block = source.next()) {
                for (int i = 0; i < block.count(); i++) {
                    packets.add(capture.packet(block.record()[i]));
                }
            }
        }
        return packets;
    }

    /// All that is concluded of the calls but who and where.
    static String conclusions(List<Call> calls) {
        StringBuilder out = new StringBuilder();
        for (Call call : calls) {
            Findings findings = Findings.of(call);
            out.append(call.kind()).append(' ').append(call.result()).append(' ');
            out.append(call.times()).append(' ').append(findings.headline()).append('\n');
            for (Flow flow : findings.flows()) {
                out.append(flow.kind()).append(' ').append(flow.confidence());
                out.append(' ').append(flow.proofs()).append(flow.roles().keySet());
                out.append(flow.attributes().keySet()).append('\n');
            }
            findings.hints()
                    .forEach(hint ->
                            out.append(hint.kind())
                                    .append(hint.evidence())
                                    .append(hint.values().keySet())
                                    .append('\n'));
            legs(call, out);
            arrows(LadderLayout.of(call), out);
            Story.of(findings, Language.EN)
                    .steps()
                    .forEach(step -> out.append(step.key()).append(' '));
            out.append('\n');
        }
        return out.toString();
    }

    private static void legs(Call call, StringBuilder out) {
        for (Leg leg : call.legs()) {
            out.append("leg ").append(leg.number()).append(' ').append(leg.method());
            if (leg.link() != null) {
                out.append(' ').append(leg.link().kind()).append(' ').append(leg.link().toLeg());
                out.append(' ').append(leg.link().score());
            }
            out.append('\n');
        }
        call.dialogs()
                .forEach(d ->
                        out.append("dialog ")
                                .append(d.leg())
                                .append(' ')
                                .append(d.ended())
                                .append('\n'));
        out.append(call.transactions().size()).append(" transactions\n");
    }

    private static void arrows(Ladder ladder, StringBuilder out) {
        for (Ladder.Row row : ladder.rows()) {
            switch (row) {
                case Ladder.Arrow a ->
                        out.append(a.number())
                                .append(' ')
                                .append(a.from())
                                .append('>')
                                .append(a.to())
                                .append(' ')
                                .append(a.label().split(" ")[0])
                                .append(' ')
                                .append(a.leg())
                                .append(' ')
                                .append(a.repeats())
                                .append('\n');
                case Ladder.Gap gap -> out.append("gap ").append(gap.nanoseconds()).append('\n');
                case Ladder.Bar bar ->
                        out.append("bar ")
                                .append(bar.from())
                                .append('>')
                                .append(bar.to())
                                .append(' ')
                                .append(bar.kind())
                                .append('\n');
            }
        }
    }
}
