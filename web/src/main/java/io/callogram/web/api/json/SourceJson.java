package io.callogram.web.api.json;

import io.callogram.analyzer.log.Gone;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.capture.packet.UnixTime;
import io.callogram.web.api.workbench.CaptureView;
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
        CaptureView capture = source.capture();
        json.put("kind", capture == null ? "file" : capture.kind().slug());
        if (capture != null) {
            json.object("capture", inner -> capture(inner, capture));
        }
        if (source.state() == SourceView.State.LIVE) {
            json.putTime("now", UnixTime.now());
        }
        json.put("rebuilding", source.rebuilding());
        if (!source.erased().isNothing()) {
            json.object("erased", inner -> erased(inner, source.erased()));
        }
        json.object("accounting", inner -> accounting(inner, source));
    }

    private static void erased(Json json, Gone erased) {
        json.put("bytes", erased.before());
        json.put("packets", erased.packets());
        json.putTime("until", erased.until());
    }

    private static void capture(Json json, CaptureView capture) {
        json.put("state", capture.state().slug());
        json.put("what", capture.what());
        json.put("received", capture.received());
        json.put("stored", capture.stored());
        json.put("waiting", capture.waiting());
        json.counts("dropped", capture.dropped());
        json.put("lostBefore", capture.lostBefore());
        json.putKnown("filtered", capture.filtered());
        json.put("missed", capture.missed());
        json.objects("gaps", capture.gaps(), SourceJson::gap);
        json.put("earlierGaps", capture.earlierGaps());
        json.put("complete", capture.complete());
        json.put("sentence", capture.sentence());
    }

    private static void gap(Json json, CaptureView.Gap gap) {
        json.putTime("from", gap.from());
        if (gap.to() < 0) {
            json.putNull("to");
        } else {
            json.putTime("to", gap.to());
        }
        json.putKnown("missed", gap.missed());
        json.put("atMost", gap.atMost());
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
