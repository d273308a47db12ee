package io.callogram.web.api.json;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.CallTransaction;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintText;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.LegRow;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.LinkText;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.packet.Endpoint;
import io.callogram.web.json.CallFields;
import io.callogram.web.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call as its page needs it: parties, legs, dialogs, transactions, messages, media.
public final class CallJson {

    private static final double MILLISECOND = 1e6;

    private final Call call;
    private final CallRecord record;
    private final Labels labels;
    private final @Nullable String note;

    /// @param note what people noted on it, or null
    public CallJson(Call call, CallRecord record, Labels labels, @Nullable String note) {
        this.call = call;
        this.record = record;
        this.labels = labels;
        this.note = note;
    }

    public byte[] bytes() {
        return Json.object(this::into);
    }

    void into(Json json) {
        RowJson.row(json, record.row(), note, CallJson::hint);
        nodes(json);
        json.objects("legs", call.legs(), this::leg);
        json.objects("dialogs", call.dialogs(), this::dialog);
        json.objects("transactions", call.transactions(), this::transaction);
        json.objects("messages", call.messages(), this::message);
        json.objects("media", call.media(), this::media);
        json.objects("mediaBars", call.periods(), new PeriodJson(call)::into);
    }

    /// With its sentences: the page changes its language without asking again.
    private static void hint(Json json, Hint hint) {
        CallFields.hint(json, hint);
        HintText english = HintText.of(hint, Locale.ENGLISH);
        HintText chinese = HintText.of(hint, Locale.CHINESE);
        json.object(
                "meaning",
                inner -> inner.put("en", english.meaning()).put("zh", chinese.meaning()));
        json.object(
                "advice", inner -> inner.put("en", english.advice()).put("zh", chinese.advice()));
    }

    private void nodes(Json json) {
        Map<Node, Integer> indexes = new HashMap<>();
        json.objects(
                "nodes",
                call.nodes(),
                (each, node) -> {
                    each.put("index", indexes.size());
                    indexes.put(node, indexes.size());
                    each.put("name", node.name()).put("role", node.role());
                    each.texts(
                            "endpoints",
                            node.endpoints().stream().map(Endpoint::toString).toList());
                });
    }

    private void leg(Json json, Leg leg) {
        json.put("number", leg.number());
        CallFields.leg(json, LegRow.of(leg));
        json.put("method", leg.method().name());
        json.put(
                "fromName",
                leg.from().display().isEmpty() ? leg.from().user() : leg.from().display());
        json.put("target", leg.target() == null ? null : AddressText.of(leg.target()));
        json.put("first", leg.first()).put("last", leg.last());
        json.put("startUnseen", leg.startUnseen());
        Link link = leg.link();
        CallFields.link(
                json,
                link,
                inner -> {
                    if (link != null) {
                        inner.put("reasonZh", LinkText.of(link, Language.ZH));
                        inner.numbers("evidence", LinkEvidence.of(call, leg, link));
                    }
                });
    }

    private void dialog(Json json, CallDialog dialog) {
        json.put("number", dialog.number());
        json.put("leg", dialog.leg());
        json.put("state", state(dialog));
        json.put("early", dialog.early());
        json.put("confirmed", dialog.confirmed());
        json.put("ended", dialog.ended());
        json.put("cause", dialog.cause());
        json.put("endedBy", CallFields.slug(dialog.endedBy()));
        json.put("callerTag", labels.tag(dialog.callerTag()));
        json.put("calleeTag", labels.tag(dialog.calleeTag()));
        json.put("callerNode", dialog.callerNode());
        json.put("calleeNode", dialog.calleeNode());
        json.put("startUnseen", dialog.startUnseen());
    }

    private static String state(CallDialog dialog) {
        if (dialog.cause() != null) {
            return "terminated";
        }
        if (dialog.confirmed() > 0 || dialog.startUnseen()) {
            return "confirmed";
        }
        return dialog.early() > 0 ? "early" : "calling";
    }

    private void transaction(Json json, CallTransaction transaction) {
        json.put("number", transaction.number());
        json.put("endToEnd", transaction.endToEnd());
        json.put("method", labels.method(transaction));
        json.put("request", transaction.request());
        json.numbers("responses", transaction.responses());
        json.put("ack", transaction.ack());
        json.put("state", transaction.state());
        json.put("rfc2543", transaction.rfc2543());
    }

    private void message(Json json, CallMessage message) {
        Sighting sighting = message.seen().sighting();
        Where where = sighting.where();
        json.put("number", message.number());
        json.put("position", position(where));
        json.putTime("time", where.time());
        json.put("offsetMs", offset(where.time()));
        json.put("from", message.fromNode()).put("to", message.toNode());
        json.put("fromEndpoint", where.from().toString());
        json.put("toEndpoint", where.to().toString());
        json.put("transport", where.transport().name());
        json.put("length", where.length());
        json.put("request", sighting.isRequest());
        json.put("method", labels.method(message));
        json.put("status", sighting.status());
        json.put("label", labels.label(message));
        json.put("cseq", labels.cseq(message));
        json.put("leg", message.leg()).put("dialog", message.dialog());
        json.put("transaction", message.transaction());
        json.put("forwardOf", message.forwardOf());
        json.objects("repeats", message.repeats(), this::repeat);
        json.put("stray", message.stray());
        json.put("problems", sighting.problems());
        json.put("truncated", where.truncated()).put("gap", where.gap());
        session(json, message.seen().session());
    }

    private void repeat(Json json, Seen seen) {
        Where where = seen.sighting().where();
        json.put("position", position(where)).put("offsetMs", offset(where.time()));
    }

    private double offset(long time) {
        return (time - call.times().start()) / MILLISECOND;
    }

    /// The name of a message for ever.
    public static String position(Where where) {
        return "s" + where.source() + "." + where.position();
    }

    private static void session(Json json, @Nullable SessionDescription session) {
        if (session == null) {
            json.putNull("sdp");
            return;
        }
        json.object("sdp", inner -> inner.objects("media", session.media(), CallJson::description));
    }

    private static void description(Json json, Media media) {
        json.put("kind", media.kind());
        json.put("address", media.connection());
        json.put("port", media.port());
        json.put("direction", media.direction().name().toLowerCase(Locale.ROOT));
        json.texts("codecs", media.codecs());
    }

    private void media(Json json, MediaStream stream) {
        json.put("from", stream.from().toString()).put("to", stream.to().toString());
        json.put("ssrc", "0x%08x".formatted(stream.ssrc()));
        json.put("payloadType", stream.payloadType());
        json.put("codec", stream.rtcp() ? null : codec(stream));
        json.put("rtcp", stream.rtcp());
        json.put("packets", stream.packets());
        json.putTime("first", stream.first()).putTime("last", stream.last());
        json.put("dialog", stream.dialog());
    }

    /// The codec that the receiver's own description gives the payload type.
    private @Nullable String codec(MediaStream stream) {
        List<String> names = new ArrayList<>();
        for (CallMessage message : call.messages()) {
            SessionDescription session = message.seen().session();
            if (session != null) {
                for (Media media : session.media()) {
                    int at = media.payloadTypes().indexOf(Integer.toString(stream.payloadType()));
                    boolean receiver =
                            stream.to().address().equals(media.address())
                                    && stream.to().port() == media.port();
                    if (receiver && at >= 0 && at < media.codecs().size()) {
                        names.add(media.codecs().get(at));
                    }
                }
            }
        }
        return names.isEmpty() ? null : names.getLast();
    }
}
