package io.callogram.analyzer.call.moment;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.CallMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A call as of one of its messages.
///
/// @param message its number
/// @param time of that message; the end of time for the last one, when all that follows in silence
///   has happened too
/// @param standings what each thing is by then, in order of subject and number; what had not begun
///   is left out
public record Moment(int message, long time, List<Standing> standings) {

    /// @param message number of a message, or 0 for the end
    public static Moment of(Call call, int message) {
        int last = message == 0 ? call.messages().size() : message;
        Predicate<CallEvent> seen = until(call, message);
        record Key(Subject subject, int number) {}
        Map<Key, Standing> latest = new LinkedHashMap<>();
        for (Standing change : Changes.of(call)) {
            if (seen.test(change.cause())) {
                latest.put(new Key(change.subject(), change.number()), change);
            }
        }
        List<Standing> standings =
                latest.values().stream()
                        .sorted((a, b) ->
                                a.subject() == b.subject()
                                        ? Integer.compare(a.number(), b.number())
                                        : a.subject().compareTo(b.subject()))
                        .toList();
        return new Moment(last, end(call, message), standings);
    }

    public List<Standing> of(Subject subject) {
        return standings.stream().filter(s -> s.subject() == subject).toList();
    }

    /// What follows from a message and what came before. A fold looks back only, so the events of a
    /// prefix are the prefix of the events.
    ///
    /// @param message number of a message, or 0 for all
    public static List<CallEvent> events(Call call, int message) {
        return call.events().stream().filter(until(call, message)).toList();
    }

    private static Predicate<CallEvent> until(Call call, int message) {
        long end = end(call, message);
        int last = message == 0 ? Integer.MAX_VALUE : message;
        return event -> event.message() == 0 ? event.time() <= end : event.message() <= last;
    }

    private static long end(Call call, int message) {
        if (message == 0) {
            return Long.MAX_VALUE;
        }
        CallMessage last = call.messages().get(message - 1);
        return last.seen().time();
    }
}
