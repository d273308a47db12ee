package io.callogram.analyzer.compare;

import io.callogram.analyzer.compare.Comparison.Party;
import io.callogram.analyzer.story.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where two calls part, in one sentence.
public final class Explanation {

    private static final int NAMED = 4;

    private final Comparison comparison;
    private final boolean english;

    private Explanation(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.english = language == Language.EN;
    }

    public static String of(Comparison comparison, Language language) {
        return new Explanation(comparison, language).sentence();
    }

    private String sentence() {
        int first = comparison.firstDivergence();
        if (first < 0) {
            return english ? "Both take the same course, message for message." : "两者逐条消息一致。";
        }
        Row row = comparison.rows().get(first);
        if (!row.diverges()) {
            return fields(row);
        }
        return start(first) + parting(row);
    }

    private String start(int first) {
        Passage before = first == 0 ? null : before(first);
        if (before == null) {
            return english ? "From the beginning they differ: " : "从一开始就不同：";
        }
        String label = before.message() + " (" + before.label() + ")";
        return english
                ? "The courses agree up to message " + label + "; then "
                : "到消息 " + label + " 为止过程一致；此后";
    }

    /// Up to there every row has both sides.
    private @Nullable Passage before(int first) {
        return comparison.rows().get(first - 1).here();
    }

    private String parting(Row row) {
        Passage here = row.here();
        Passage there = row.there();
        if (here == null) {
            return there == null ? "" : missing(there);
        }
        if (there == null) {
            return extra(here);
        }
        return row.kind() == Row.Kind.MOVED ? moved(here, there) : different(here, there);
    }

    private String missing(Passage there) {
        String way = way(there, false);
        return english
                ? "the "
                        + there.label()
                        + way
                        + " is missing (message "
                        + there.message()
                        + " of "
                        + other()
                        + ")."
                : "缺少 "
                        + way
                        + "的 "
                        + there.label()
                        + "（"
                        + other()
                        + "的消息 "
                        + there.message()
                        + "）。";
    }

    private String extra(Passage here) {
        return english
                ? said(here) + ", has no counterpart in " + other() + "."
                : said(here) + "在" + other() + "中没有对应。";
    }

    private String moved(Passage here, Passage there) {
        return english
                ? said(here)
                        + ", comes at another place: it is message "
                        + there.message()
                        + " of "
                        + other()
                        + "."
                : said(here) + "次序不同：在" + other() + "中是消息 " + there.message() + "。";
    }

    private String different(Passage here, Passage there) {
        String way = here.from().equals(there.from()) ? "" : way(there, false);
        return english
                ? "message "
                        + here.message()
                        + " is "
                        + here.label()
                        + way(here, true)
                        + " where "
                        + other()
                        + " has "
                        + there.label()
                        + way
                        + " (its message "
                        + there.message()
                        + ")."
                : "消息 "
                        + here.message()
                        + " 是 "
                        + way(here, true)
                        + "的 "
                        + here.label()
                        + "，而"
                        + other()
                        + "是 "
                        + (way.isEmpty() ? "" : way + "的 ")
                        + there.label()
                        + "（其消息 "
                        + there.message()
                        + "）。";
    }

    private String said(Passage here) {
        String way = way(here, true);
        return english
                ? "message " + here.message() + ", " + here.label() + way
                : "消息 " + here.message() + "（" + way + "的 " + here.label() + "）";
    }

    private String other() {
        return comparison.shape()
                ? english ? "the shape" : "典型过程"
                : english ? "the other call" : "另一呼叫";
    }

    private String fields(Row row) {
        List<String> names =
                row.changes().stream().map(Change::name).distinct().limit(NAMED).toList();
        Passage here = row.here();
        int number = here == null ? 0 : here.message();
        return english
                ? "All messages correspond; the first to say something else is message "
                        + number
                        + ", in "
                        + String.join(", ", names)
                        + "."
                : "所有消息均对应；首处内容不同的是消息 " + number + "，在 " + String.join("、", names) + "。";
    }

    private String way(Passage passage, boolean here) {
        String from = named(passage.from(), here);
        String to = named(passage.to(), here);
        return english ? " from " + from + " to " + to : from + " 发往 " + to + " ";
    }

    private String named(String role, boolean here) {
        for (Party party : comparison.parties()) {
            if (party.role().equals(role)) {
                String name = party.here() != null ? party.here() : here ? null : party.there();
                return name == null || name.equals(role) ? role : role + " (" + name + ")";
            }
        }
        return role;
    }
}
