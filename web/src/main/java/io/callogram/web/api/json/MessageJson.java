package io.callogram.web.api.json;

import io.callogram.analyzer.sip.Where;
import io.callogram.web.api.workbench.MessageReading;
import io.callogram.web.api.workbench.MessageReading.Header;
import io.callogram.web.api.workbench.MessageReading.Structured;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message: exact bytes, header lines, problems, packet layers, identity panel.
public final class MessageJson {

    private MessageJson() {}

    /// @param number in its call, 0 outside any
    public static byte[] message(
            Where where,
            @Nullable String call,
            int number,
            byte[] bytes,
            MessageReading reading,
            List<Workbench.Layer> layers,
            List<Reason> identity) {
        return Json.object(json -> {
            json.put("position", CallJson.position(where));
            json.putTime("time", where.time());
            json.put("source", "s" + where.source());
            json.put("call", call).put("number", number);
            json.put("fromEndpoint", where.from().toString());
            json.put("toEndpoint", where.to().toString());
            json.put("transport", where.transport().name());
            json.put("length", where.length());
            json.put("packetPosition", where.packet());
            json.put("truncated", where.truncated()).put("gap", where.gap());
            json.put("startLine", reading.startLine());
            json.put("raw", decoded(bytes));
            json.put("rawBase64", Base64.getEncoder().encodeToString(bytes));
            json.objects("headers", reading.headers(), MessageJson::header);
            json.put("bodyOffset", reading.bodyOffset()).put("bodyLength", reading.bodyLength());
            json.objects("problems", reading.problems(), MessageJson::problem);
            json.objects(
                    "layers",
                    layers,
                    (each, layer) ->
                            each.put("name", layer.name()).pairs("fields", layer.fields()));
            json.objects("identity", identity, MessageJson::reason);
        });
    }

    /// UTF-8; every byte that is none shows as U+FFFD.
    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void header(Json json, Header header) {
        json.put("name", header.name()).put("canonical", header.canonical());
        json.put("value", header.value()).put("cut", header.cut());
        json.put("offset", header.offset()).put("length", header.length());
        Structured structured = header.structured();
        if (structured == null) {
            json.putNull("structured");
        } else {
            json.object(
                    "structured",
                    inner -> {
                        inner.put("kind", structured.kind());
                        inner.objects(
                                "fields",
                                structured.fields(),
                                (each, field) ->
                                        each.put("name", field.getKey())
                                                .put("value", field.getValue()));
                    });
        }
        json.put("problem", header.problem());
    }

    private static void problem(Json json, MessageReading.Problem problem) {
        json.put("slug", problem.slug()).put("offset", problem.offset());
        json.put("sentence", problem.sentence()).put("rfc", problem.rfc());
    }

    private static void reason(Json json, Reason reason) {
        json.put("key", reason.key()).put("title", reason.title()).put("rfc", reason.rfc());
        json.objects(
                "ids",
                reason.ids(),
                (each, id) -> each.put("text", id.text()).put("leg", id.leg()));
        json.numbers("evidence", reason.evidence());
        json.put("text", reason.text());
    }

    /// One paragraph of the identity panel.
    ///
    /// @param ids identifiers in clear, each with the leg whose colour it has, or 0
    /// @param evidence message numbers
    public record Reason(
            String key,
            String title,
            String rfc,
            List<Identifier> ids,
            List<Integer> evidence,
            String text) {}

    /// An identifier in clear.
    public record Identifier(String text, int leg) {}
}
