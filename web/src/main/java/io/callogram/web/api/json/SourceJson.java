package io.callogram.web.api.json;

import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.SourceView.Accounting;
import java.util.List;

/// A source with its progress and the account of its packets.
public final class SourceJson {

    private SourceJson() {}

    public static byte[] source(SourceView source) {
        return Json.object(json -> write(json, source));
    }

    public static byte[] sources(List<SourceView> sources) {
        return Json.object(json -> json.objects("sources", sources, SourceJson::write));
    }

    private static void write(Json json, SourceView source) {
        Accounting accounting = source.accounting();
        json.put("id", "s" + source.id());
        json.put("name", source.name());
        json.put("state", source.state().slug());
        json.putKnownCount("bytes", source.bytes());
        json.put("bytesRead", source.bytesRead());
        json.put("progress", source.progress());
        json.putKnown("messagesPerSecond", source.messagesPerSecond());
        json.putKnown("secondsLeft", source.secondsLeft());
        json.put("calls", source.calls());
        json.put("packets", accounting.packets());
        json.put("sip", accounting.sip());
        json.put("duplicates", accounting.duplicates());
        json.put("rtp", accounting.rtp());
        json.put("rtcp", accounting.rtcp());
        json.put("other", accounting.other());
        json.object("refused", inner -> accounting.refused().forEach(inner::put));
        json.put("malformedSip", source.malformedSip());
        packetTime(json, "firstPacket", source.firstPacket());
        packetTime(json, "lastPacket", source.lastPacket());
        json.put("rtpStreams", source.rtpStreams());
        json.objects(
                "troubles",
                source.troubles(),
                (each, trouble) ->
                        each.put("reason", trouble.reason())
                                .put("at", trouble.at())
                                .put("sentence", trouble.sentence()));
        json.object("accounting", inner -> accounting(inner, accounting));
    }

    private static void packetTime(Json json, String name, long time) {
        if (time < 0) {
            json.putNull(name);
        } else {
            json.putTime(name, time);
        }
    }

    private static void accounting(Json json, Accounting accounting) {
        json.put("packets", accounting.packets());
        json.put("sip", accounting.sip());
        json.put("coalesced", accounting.coalesced());
        json.put("duplicates", accounting.duplicates());
        json.put("rtp", accounting.rtp());
        json.put("rtcp", accounting.rtcp());
        json.put("other", accounting.other());
        json.put("refused", accounting.refusedInAll());
        json.put("balanced", accounting.balanced());
    }
}
