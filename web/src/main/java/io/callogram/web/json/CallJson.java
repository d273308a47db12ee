package io.callogram.web.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.call.Times;
import io.callogram.analyzer.sip.Address;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// One entry of `calls`.
public final class CallJson {

    private CallJson() {}

    public static void write(JsonGenerator json, Call call) {
        json.writeStartObject();
        fields(json, call);
        json.writeEndObject();
    }

    /// The fields alone, for objects that say more.
    public static void fields(JsonGenerator json, Call call) {
        json.writeStringProperty("id", call.id());
        json.writeStringProperty("kind", call.kind().slug());
        json.writeStringProperty("caller", user(call.caller()));
        json.writeStringProperty("callee", user(call.callee()));
        callIds(json, call);
        times(json, call.times());
        json.writeStringProperty("outcome", call.result().outcome().slug());
        json.writeStringProperty("outcomeClass", call.result().kind());
        json.writeNullProperty("headline");
        json.writeStringProperty(
                "endedBy",
                call.endedBy() == null ? null : call.endedBy().name().toLowerCase(Locale.ROOT));
        milliseconds(json, "postDialDelayMs", call.times().postDialDelay());
        milliseconds(json, "ringMs", call.times().ring());
        milliseconds(json, "talkMs", call.times().talk());
        json.writeName("flows").writeStartArray().writeEndArray();
        json.writeName("hints").writeStartArray().writeEndArray();
        json.writeName("legs").writeStartArray();
        for (Leg leg : call.legs()) {
            leg(json, leg);
        }
        json.writeEndArray();
        json.writeNumberProperty("messages", call.messages().size());
    }

    private static void callIds(JsonGenerator json, Call call) {
        Set<String> callIds = new LinkedHashSet<>();
        for (Leg leg : call.legs()) {
            callIds.add(leg.callId());
        }
        json.writeName("callIds").writeStartArray();
        for (String callId : callIds) {
            json.writeString(callId);
        }
        json.writeEndArray();
    }

    private static void times(JsonGenerator json, Times times) {
        json.writeStringProperty("start", Timestamps.of(times.start()));
        json.writeStringProperty("end", Timestamps.of(times.end()));
        milliseconds(json, "durationMs", times.end() - times.start());
    }

    private static void leg(JsonGenerator json, Leg leg) {
        json.writeStartObject();
        json.writeStringProperty("callId", leg.callId());
        json.writeStringProperty("from", user(leg.from()));
        json.writeStringProperty("to", user(leg.to()));
        json.writeName("link");
        link(json, leg.link());
        json.writeEndObject();
    }

    private static void link(JsonGenerator json, @Nullable Link link) {
        if (link == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("kind", link.kind());
        json.writeNumberProperty("toLeg", link.toLeg());
        json.writeStringProperty("reason", link.reason());
        json.writeNumberProperty("score", link.score());
        json.writeEndObject();
    }

    private static void milliseconds(JsonGenerator json, String name, long nanoseconds) {
        if (nanoseconds < 0) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, nanoseconds / 1_000_000);
        }
    }

    private static String user(Address address) {
        return address.user().isEmpty() ? address.host() : address.user();
    }
}
