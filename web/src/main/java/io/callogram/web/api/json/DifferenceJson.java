package io.callogram.web.api.json;

import io.callogram.web.api.workbench.MessageReading;
import io.callogram.web.api.workbench.MessageReading.Header;
import io.callogram.web.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two messages header by header: the order of the first, then what only the second has.
public final class DifferenceJson {

    private record Line(String kind, String name, @Nullable String a, @Nullable String b) {}

    private DifferenceJson() {}

    public static byte[] of(MessageReading a, MessageReading b) {
        List<Line> lines = new ArrayList<>();
        lines.add(compared("", a.startLine(), b.startLine()));
        List<Header> rest = new ArrayList<>(b.headers());
        for (Header header : a.headers()) {
            Header other = take(rest, header);
            if (other == null) {
                lines.add(new Line("only-a", header.canonical(), header.value(), null));
            } else {
                lines.add(compared(header.canonical(), header.value(), other.value()));
            }
        }
        for (Header header : rest) {
            lines.add(new Line("only-b", header.canonical(), null, header.value()));
        }
        return Json.object(json ->
                json.objects(
                        "lines",
                        lines,
                        (each, line) ->
                                each.put("kind", line.kind())
                                        .put("name", line.name())
                                        .put("a", line.a())
                                        .put("b", line.b())));
    }

    private static Line compared(String name, String a, String b) {
        return new Line(a.equals(b) ? "same" : "changed", name, a, b);
    }

    /// The header line to compare with: of the same name and value, else the first of that name.
    private static @Nullable Header take(List<Header> rest, Header header) {
        Header found = null;
        for (Header other : rest) {
            if (other.canonical().equalsIgnoreCase(header.canonical())) {
                if (other.value().equals(header.value())) {
                    found = other;
                    break;
                }
                found = found == null ? other : found;
            }
        }
        rest.remove(found);
        return found;
    }
}
