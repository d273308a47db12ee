package io.callogram.web.json;

import io.callogram.analyzer.pipeline.Account;
import io.callogram.capture.packet.Trouble;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// One entry of `sources`: where every packet went.
public final class SourceJson {

    private SourceJson() {}

    public static void write(
            JsonGenerator json, String name, Account account, List<Trouble> troubles) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        fields(json, account, troubles);
        json.writeEndObject();
    }

    public static void fields(JsonGenerator json, Account account, List<Trouble> troubles) {
        json.writeNumberProperty("packets", account.packets());
        json.writeNumberProperty("sip", account.sip());
        json.writeNumberProperty("coalesced", account.coalesced());
        json.writeNumberProperty("duplicates", account.duplicates());
        json.writeNumberProperty("rtp", account.rtp());
        json.writeNumberProperty("rtcp", account.rtcp());
        json.writeNumberProperty("other", account.otherPackets());
        counts(json, "otherBy", account.other());
        counts(json, "refused", account.refused());
        json.writeNumberProperty("malformedSip", account.malformed());
        counts(json, "notes", account.notes());
        json.writeBooleanProperty("balanced", account.balanced());
        time(json, "firstPacket", account.packets(), account.firstPacket());
        time(json, "lastPacket", account.packets(), account.lastPacket());
        json.writeName("troubles").writeStartArray();
        for (Trouble trouble : troubles) {
            json.writeStartObject();
            json.writeStringProperty("reason", trouble.reason());
            json.writeNumberProperty("at", trouble.at());
            json.writeStringProperty("sentence", trouble.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, String name, Map<String, Long> counts) {
        json.writeName(name).writeStartObject();
        counts.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, long packets, long time) {
        json.writeStringProperty(name, packets == 0 ? null : Timestamps.of(time));
    }
}
