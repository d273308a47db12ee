package io.callogram.web.json;

import io.callogram.analyzer.pipeline.Account;
import io.callogram.capture.packet.Trouble;
import java.util.List;

/// One entry of `sources`: where every packet went. The same on the command line and over HTTP,
/// which adds how far it is.
public final class SourceFields {

    private SourceFields() {}

    /// @param sip SIP messages so far; the account is closed only when everything was read
    public static void account(Json json, Account account, long sip, List<Trouble> troubles) {
        json.put("packets", account.packets());
        json.put("sip", sip);
        json.put("coalesced", account.coalesced());
        json.put("duplicates", account.duplicates());
        json.put("rtp", account.rtp());
        json.put("rtcp", account.rtcp());
        json.put("other", account.otherPackets());
        json.counts("otherBy", account.other());
        json.counts("refused", account.refused());
        json.put("malformedSip", account.malformed());
        json.counts("notes", account.notes());
        json.put("balanced", account.balanced());
        packetTime(json, "firstPacket", account.packets(), account.firstPacket());
        packetTime(json, "lastPacket", account.packets(), account.lastPacket());
        json.objects(
                "troubles",
                troubles,
                (each, trouble) ->
                        each.put("reason", trouble.reason())
                                .put("at", trouble.at())
                                .put("sentence", trouble.sentence()));
    }

    private static void packetTime(Json json, String name, long packets, long time) {
        if (packets == 0) {
            json.putNull(name);
        } else {
            json.putTime(name, time);
        }
    }
}
