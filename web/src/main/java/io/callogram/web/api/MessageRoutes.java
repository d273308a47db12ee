package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.web.api.identity.Identity;
import io.callogram.web.api.json.DifferenceJson;
import io.callogram.web.api.json.MessageJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Language;
import io.callogram.web.api.workbench.Workbench;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Single messages, by their place.
final class MessageRoutes {

    private final Workbench workbench;
    private final Reading reading;

    MessageRoutes(Workbench workbench, Reading reading) {
        this.workbench = workbench;
        this.reading = reading;
    }

    void message(Context context) throws IOException {
        Positions position = Positions.of(context.pathParam("position"));
        CallRecord record = record(position, context.queryParam("call"));
        Where where = where(record, position);
        Optional<Call> call = workbench.call(record.row().id());
        Optional<CallMessage> message = call.flatMap(folded -> numbered(folded, where));
        byte[] bytes = workbench.bytes(where);
        List<MessageJson.Reason> identity = List.of();
        if (call.isPresent() && message.isPresent()) {
            Language language = Language.of(context.queryParam("lang"));
            identity = new Identity(call.get(), reading::of, language).of(message.get());
        }
        Answers.json(
                context,
                200,
                MessageJson.message(
                        where,
                        record.row().id(),
                        message.map(CallMessage::number).orElse(0),
                        bytes,
                        workbench.reading(bytes, where),
                        workbench.layers(where),
                        identity));
    }

    void difference(Context context) throws IOException {
        Positions a = Positions.of(context.pathParam("a"));
        Positions b = Positions.of(context.pathParam("b"));
        Where one = where(record(a, null), a);
        Where other = where(record(b, null), b);
        Answers.json(context, 200, DifferenceJson.of(reading.of(one), reading.of(other)));
    }

    private CallRecord record(Positions position, @Nullable String call) throws IOException {
        Optional<CallRecord> record =
                call == null || call.isEmpty()
                        ? workbench.recordAt(position.source(), position.offset())
                        : workbench.record(call);
        return record.orElseThrow(() -> missing(position));
    }

    private Refused missing(Positions position) {
        boolean erased =
                workbench
                        .source(position.source())
                        .filter(source -> position.offset() < source.erased().before())
                        .isPresent();
        return new Refused(
                erased
                        ? Problem.of(
                                410,
                                "erased",
                                "Erased",
                                "Packets as old as this are not kept any longer.")
                        : Problem.notFound("message"));
    }

    private static Where where(CallRecord record, Positions position) {
        for (Where place : record.places()) {
            if (place.source() == position.source() && place.position() == position.offset()) {
                return place;
            }
        }
        throw new Refused(Problem.notFound("message"));
    }

    private static Optional<CallMessage> numbered(Call call, Where where) {
        return call.messages().stream()
                .filter(message ->
                        isAt(message.seen(), where)
                                || message.repeats().stream().anyMatch(seen -> isAt(seen, where)))
                .findFirst();
    }

    private static boolean isAt(Seen seen, Where where) {
        Where other = seen.sighting().where();
        return other.source() == where.source() && other.position() == where.position();
    }
}
