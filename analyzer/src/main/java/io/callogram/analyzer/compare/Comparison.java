package io.callogram.analyzer.compare;

import io.callogram.analyzer.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A call held against another one.
///
/// @param hopByHop every hop is compared; else the captures saw different hops, and only what the
///   originator of each request saw is
/// @param shape the other call is an example of what should happen
/// @param parties who plays which part on either side
/// @param rows in the order of the messages
/// @param left messages of either call beyond those that are compared
public record Comparison(
        boolean hopByHop, boolean shape, List<Party> parties, List<Row> rows, int left) {

    /// So many messages of each call are compared: the table of an alignment stays small.
    public static final int MOST = 1500;

    /// @param here who plays the part in the first call, or null
    /// @param there who plays it in the other, or null
    /// @param node index of a node of the first call that plays it, or -1
    public record Party(String role, @Nullable String here, @Nullable String there, int node) {}

    /// @param shape the other call is an example of what should happen: only header fields with a
    ///   part in that are compared
    public static Comparison of(Transcript here, Transcript there, boolean shape) {
        Roles one = new Roles(here.call());
        Roles other = new Roles(there.call());
        boolean hops = one.all().equals(other.all());
        Sides left = new Sides(here.call());
        Sides right = new Sides(there.call());
        List<Row> aligned =
                hops
                        ? Alignment.of(
                                Course.hops(here.call(), one), Course.hops(there.call(), other))
                        : Alignment.of(
                                Course.ends(here.call(), left), Course.ends(there.call(), right));
        Fields fields = new Fields(here, there, left.names(), right.names(), shape);
        List<Row> rows = new ArrayList<>(aligned.size());
        for (Row row : aligned) {
            rows.add(fields.compared(row));
        }
        return new Comparison(
                hops,
                shape,
                hops
                        ? parties(one.names(), other.names(), one::node)
                        : parties(left.names(), right.names(), left::node),
                rows,
                beyond(here.call()) + beyond(there.call()));
    }

    private static int beyond(Call call) {
        return Math.max(call.messages().size() - MOST, 0);
    }

    private static List<Party> parties(
            Map<String, String> here, Map<String, String> there, ToIntFunction<String> node) {
        TreeSet<String> roles = new TreeSet<>(here.keySet());
        roles.addAll(there.keySet());
        List<Party> parties = new ArrayList<>(roles.size());
        for (String role : roles) {
            parties.add(new Party(role, here.get(role), there.get(role), node.applyAsInt(role)));
        }
        return parties;
    }

    /// Index of the first row where the calls take different courses; without one, the first with
    /// other header fields; -1 when nothing differs.
    public int firstDivergence() {
        int changed = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).diverges()) {
                return i;
            }
            changed = changed < 0 && rows.get(i).kind() == Row.Kind.CHANGED ? i : changed;
        }
        return changed;
    }

    public int count(Row.Kind kind) {
        int count = 0;
        for (Row row : rows) {
            count += row.kind() == kind ? 1 : 0;
        }
        return count;
    }
}
