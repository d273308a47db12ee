package io.callogram.web.api;

import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.SearchTooLong;
import io.callogram.analyzer.index.Statistics;
import io.callogram.analyzer.index.UnusableCursor;
import io.callogram.analyzer.index.query.Glob;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.query.UnreadableQuery;
import io.callogram.analyzer.index.query.WordField;
import io.callogram.web.api.json.RowJson;
import io.callogram.web.api.json.StatisticsJson;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The list of calls, and figures over it.
final class ListRoutes {

    private static final int DEFAULT_LIMIT = 50;

    private final Workbench workbench;

    ListRoutes(Workbench workbench) {
        this.workbench = workbench;
    }

    void list(Context context) throws IOException {
        answer(context, context::queryParam);
    }

    /// The same as a body, so that numbers stay out of access logs and histories.
    void search(Context context) throws IOException {
        JsonNode body = Bodies.object(context);
        answer(context, name -> Bodies.text(body, name));
    }

    /// Where the parameters of a search come from.
    private interface Parameters {
        @Nullable String get(String name);
    }

    private void answer(Context context, Parameters parameters) throws IOException {
        long begin = System.nanoTime();
        Search search =
                new Search(
                        query(parameters),
                        order(parameters),
                        limit(parameters),
                        after(parameters),
                        skip(parameters));
        Page page;
        try {
            page = workbench.search(search);
        } catch (UnusableCursor _) {
            throw new Refused(
                    Problem.badRequest("The cursor does not belong to this list; begin it anew."));
        } catch (SearchTooLong _) {
            throw tooLong();
        }
        Answers.json(
                context,
                200,
                RowJson.page(
                        page, this::label, workbench.notes(), (System.nanoTime() - begin) / 1e6));
    }

    /// Figures over the calls that match.
    void statistics(Context context) throws IOException {
        try {
            Statistics statistics = workbench.statistics(query(context::queryParam));
            Answers.json(context, 200, StatisticsJson.of(statistics));
        } catch (SearchTooLong _) {
            throw tooLong();
        }
    }

    private static Refused tooLong() {
        return new Refused(
                Problem.of(
                        422,
                        "search-too-long",
                        "Search too broad",
                        "The search took too long; narrow it down."));
    }

    private String label(String source) {
        return workbench.sources().stream()
                .filter(view -> ("s" + view.id()).equals(source))
                .map(SourceView::name)
                .findFirst()
                .orElse(source);
    }

    private Query query(Parameters parameters) throws IOException {
        String written = parameters.get("q");
        Query query;
        try {
            query = QueryParser.parse(written == null ? "" : written, workbench.newest());
        } catch (UnreadableQuery problem) {
            throw new Refused(
                    new Problem(
                            "query-unreadable",
                            "Query not understood",
                            400,
                            "Column " + problem.column() + ": expected " + problem.expected() + ".",
                            problem.column(),
                            problem.expected()));
        }
        String source = parameters.get("source");
        if (source == null || source.isEmpty()) {
            return query;
        }
        String id = "s" + Positions.source(source);
        return new Query.And(
                List.of(query, new Query.Words(WordField.SOURCE, List.of(Glob.whole(id)))));
    }

    private static Order order(Parameters parameters) {
        String written = parameters.get("sort");
        Order order = written == null || written.isEmpty() ? Order.NEWEST : Order.parse(written);
        if (order == null) {
            throw new Refused(
                    Problem.badRequest(
                            "sort is start, duration, talk, pdd, ring or messages, with - for descending."));
        }
        return order;
    }

    private static int limit(Parameters parameters) {
        String written = parameters.get("limit");
        if (written == null || written.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        int limit =
                written.length() > 3 || !written.chars().allMatch(Character::isDigit)
                        ? 0
                        : Integer.parseInt(written);
        if (limit < 1 || limit > Search.MOST) {
            throw new Refused(
                    Problem.badRequest("limit is a number from 1 to " + Search.MOST + "."));
        }
        return limit;
    }

    private static int skip(Parameters parameters) {
        return number(parameters.get("skip"), "skip is a number of calls.");
    }

    static int number(@Nullable String written, String objection) {
        if (written == null || written.isEmpty()) {
            return 0;
        }
        if (written.length() > 9 || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refused(Problem.badRequest(objection));
        }
        return Integer.parseInt(written);
    }

    private static @Nullable String after(Parameters parameters) {
        String written = parameters.get("after");
        return written == null || written.isEmpty() ? null : written;
    }
}
