package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.PacketBlock;
import java.util.Map;
import java.util.TreeMap;

/// Counts messages while they pass, and squares them with the packets at the end.
final class Tally {
    private long sip;
    private long malformed;
    private long duplicates;
    private long firstPacket;
    private long lastPacket;
    private boolean began;

    long sip() {
        return sip;
    }

    long lastPacket() {
        return lastPacket;
    }

    void block(PacketBlock block) {
        if (block.count() == 0) {
            return;
        }
        if (!began) {
            firstPacket = block.time()[0];
            began = true;
        }
        lastPacket = block.time()[block.count() - 1];
    }

    void message(Sighting sighting) {
        sip++;
        if (sighting.problems() > 0) {
            malformed++;
        }
    }

    void duplicate() {
        duplicates++;
    }

    Account account(
            Counters counters, RtpStreams streams, Map<String, Long> troubles, Intake<?> intake) {
        RtpStreams.Packets media = streams.packets();
        TreeMap<String, Long> other = new TreeMap<>(counters.byReason(false));
        long doubtful =
                counters.rtpCandidates() + counters.rtcpCandidates() - media.rtp() - media.rtcp();
        note(other, "other-udp", doubtful);
        long coalesced = counters.coalescedMessages();
        note(other, "sip-part", counters.sipPackets() - (sip + duplicates - coalesced));
        TreeMap<String, Long> notes = new TreeMap<>(counters.byIncident());
        notes.remove(Incident.SIP_PAYLOAD.slug());
        troubles.forEach((slug, count) -> note(notes, slug, count));
        note(notes, "groups-evicted", intake.evicted());
        note(notes, "messages-beyond-cap", intake.overCap());
        note(notes, "rtp-streams-forgotten", streams.forgotten());
        return new Account(
                counters.packets(),
                sip,
                coalesced,
                duplicates,
                malformed,
                media.rtp(),
                media.rtcp(),
                other,
                new TreeMap<>(counters.byReason(true)),
                notes,
                firstPacket,
                lastPacket);
    }

    private static void note(Map<String, Long> counts, String slug, long count) {
        if (count > 0) {
            counts.merge(slug, count, Long::sum);
        }
    }
}
