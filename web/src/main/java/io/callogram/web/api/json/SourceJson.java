package io.callogram.web.api.json;

import io.callogram.analyzer.pipeline.Account;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.json.Json;
import io.callogram.web.json.SourceFields;
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
        json.put("id", "s" + source.id());
        json.put("name", source.name());
        json.put("state", source.state().slug());
        json.putKnown("bytes", source.bytes());
        json.put("bytesRead", source.bytesRead());
        json.put("progress", source.progress());
        json.putKnown("messagesPerSecond", source.messagesPerSecond());
        json.putKnown("secondsLeft", source.secondsLeft());
        json.put("calls", source.calls());
        json.put("rtpStreams", source.rtpStreams());
        SourceFields.account(json, source.account(), source.messages(), source.troubles());
        json.object("accounting", inner -> accounting(inner, source));
    }

    private static void accounting(Json json, SourceView source) {
        Account account = source.account();
        json.put("packets", account.packets());
        json.put("sip", source.messages());
        json.put("coalesced", account.coalesced());
        json.put("duplicates", account.duplicates());
        json.put("rtp", account.rtp());
        json.put("rtcp", account.rtcp());
        json.put("other", account.otherPackets());
        json.put("refused", account.refusedPackets());
        json.put("balanced", account.balanced());
    }
}
