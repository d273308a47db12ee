package io.callogram.capture.packet;

import java.util.Map;
import java.util.TreeMap;

/// Every packet under exactly one heading: `packets = sip + rtp + rtcp + other + refused` once all
/// that waited for its rest has been settled. Not thread-safe: one per thread, added up.
@SuppressWarnings("EnumOrdinal") // counting happens per packet; the indices never leave this class
public final class Counters {

    private static final Reason[] REASONS = Reason.values();
    private static final Incident[] INCIDENTS = Incident.values();

    private long packets;
    private long sip;
    private long rtp;
    private long rtcp;
    private long coalesced;
    private final long[] reasons = new long[REASONS.length];
    private final long[] incidents = new long[INCIDENTS.length];

    public void packets(long count) {
        packets += count;
    }

    public void sip(long count) {
        sip += count;
    }

    public void rtp(long count) {
        rtp += count;
    }

    public void rtcp(long count) {
        rtcp += count;
    }

    /// A message was completed by a packet that had completed another one.
    public void coalesced() {
        coalesced++;
    }

    public void not(Reason reason, long count) {
        reasons[reason.ordinal()] += count;
    }

    public void happened(Incident incident) {
        incidents[incident.ordinal()]++;
    }

    public void happened(Incident incident, long count) {
        incidents[incident.ordinal()] += count;
    }

    public void add(Counters more) {
        packets += more.packets;
        sip += more.sip;
        rtp += more.rtp;
        rtcp += more.rtcp;
        coalesced += more.coalesced;
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] += more.reasons[i];
        }
        for (int i = 0; i < incidents.length; i++) {
            incidents[i] += more.incidents[i];
        }
    }

    public long packets() {
        return packets;
    }

    /// Packets that carried SIP bytes: one for a datagram, all fragments of one, each segment of a
    /// stream that carries SIP.
    public long sipPackets() {
        return sip;
    }

    /// Messages beyond the first that one packet completed.
    public long coalescedMessages() {
        return coalesced;
    }

    public long rtpCandidates() {
        return rtp;
    }

    public long rtcpCandidates() {
        return rtcp;
    }

    public long count(Reason reason) {
        return reasons[reason.ordinal()];
    }

    public long count(Incident incident) {
        return incidents[incident.ordinal()];
    }

    public long otherPackets() {
        return sum(false);
    }

    public long refusedPackets() {
        return sum(true);
    }

    /// Packets without a verdict yet: their datagram or stream is not complete.
    public long unsettled() {
        return packets - sip - rtp - rtcp - otherPackets() - refusedPackets();
    }

    /// Non-zero reasons by slug, only the refused ones or only the others.
    public Map<String, Long> byReason(boolean refused) {
        Map<String, Long> bySlug = new TreeMap<>();
        for (Reason reason : REASONS) {
            if (reason.isRefused() == refused && count(reason) > 0) {
                bySlug.put(reason.slug(), count(reason));
            }
        }
        return bySlug;
    }

    /// Non-zero incidents by slug.
    public Map<String, Long> byIncident() {
        Map<String, Long> bySlug = new TreeMap<>();
        for (Incident incident : INCIDENTS) {
            if (count(incident) > 0) {
                bySlug.put(incident.slug(), count(incident));
            }
        }
        return bySlug;
    }

    @Override
    public String toString() {
        return "packets=%d sip=%d rtp=%d rtcp=%d other=%s refused=%s incidents=%s"
                .formatted(packets, sip, rtp, rtcp, byReason(false), byReason(true), byIncident());
    }

    private long sum(boolean refused) {
        long sum = 0;
        for (Reason reason : REASONS) {
            sum += reason.isRefused() == refused ? reasons[reason.ordinal()] : 0;
        }
        return sum;
    }
}
