package io.callogram.web.api;

import io.callogram.web.api.guard.Guard;
import io.callogram.web.api.guard.Headers;
import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.io.EOFException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which path leads where; errors as problem documents.
final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Events events;
    private final LateGuard guard;
    private final Pages pages;
    private final List<Route> api;

    Routes(Workbench workbench, Uploads uploads, Events events, Assets assets, LateGuard guard) {
        this.events = events;
        this.guard = guard;
        this.pages = new Pages(assets);
        Reading reading = new Reading(workbench);
        ListRoutes list = new ListRoutes(workbench);
        CallRoutes calls = new CallRoutes(workbench, reading);
        CompareRoutes comparisons = new CompareRoutes(workbench);
        MessageRoutes messages = new MessageRoutes(workbench, reading);
        SourceRoutes sources = new SourceRoutes(workbench, uploads);
        CaptureRoutes captures = new CaptureRoutes(workbench.captures());
        CatalogueRoutes catalogue = new CatalogueRoutes(workbench);
        StateRoutes state = new StateRoutes(workbench, events);
        this.api =
                List.of(
                        new Route(HandlerType.GET, "/calls", list::list),
                        new Route(HandlerType.POST, "/calls/search", list::search),
                        new Route(HandlerType.GET, "/calls/{id}", calls::call),
                        new Route(HandlerType.GET, "/calls/{id}/ladder", calls::ladder),
                        new Route(HandlerType.GET, "/calls/{id}/story", calls::story),
                        new Route(HandlerType.GET, "/calls/{id}/events", calls::events),
                        new Route(HandlerType.GET, "/calls/{id}/changes", calls::changes),
                        new Route(HandlerType.GET, "/calls/{id}/compare", comparisons::compare),
                        new Route(HandlerType.GET, "/calls/{id}/pcap", calls::pcap),
                        new Route(HandlerType.PUT, "/calls/{id}/note", calls::note),
                        new Route(HandlerType.GET, "/messages/{position}", messages::message),
                        new Route(HandlerType.GET, "/messages/{a}/diff/{b}", messages::difference),
                        new Route(HandlerType.GET, "/flows", catalogue::flows),
                        new Route(HandlerType.GET, "/flows/{slug}", catalogue::flow),
                        new Route(HandlerType.GET, "/statistics", list::statistics),
                        new Route(HandlerType.POST, "/sources", sources::add),
                        new Route(HandlerType.GET, "/sources", sources::list),
                        new Route(HandlerType.GET, "/sources/{id}", sources::one),
                        new Route(HandlerType.PATCH, "/sources/{id}", sources::rename),
                        new Route(HandlerType.DELETE, "/sources/{id}", sources::remove),
                        new Route(HandlerType.GET, "/interfaces", captures::interfaces),
                        new Route(HandlerType.POST, "/captures", captures::start),
                        new Route(HandlerType.DELETE, "/captures/{id}", captures::stop),
                        new Route(HandlerType.POST, "/session", this::session),
                        new Route(
                                HandlerType.GET,
                                "/health",
                                context -> state.health(context, guard.get())),
                        new Route(HandlerType.GET, "/metrics", state::metrics),
                        new Route(HandlerType.GET, "/openapi.json", pages::description));
    }

    /// Every operation below `/api` but the stream of events.
    List<Route> api() {
        return api;
    }

    void register(RoutesConfig routes) {
        routes.before(context -> guard.get().check(context));
        for (Route route : api) {
            routes.addHttpHandler(route.method(), "/api" + route.path(), route.handler());
        }
        routes.before("/api/events", Routes::expectListener);
        routes.before("/api/events", events::expectRoom);
        routes.sse("/api/events", events::connect);
        routes.get("/", this::home);
        routes.get("/calls/{id}", pages::index);
        routes.get("/flows", pages::index);
        routes.get("/flows/{slug}", pages::index);
        routes.get("/terms", pages::index);
        routes.get("/health", pages::index);
        routes.get("/ui/<path>", pages::page);
        routes.get("/lib/{artifact}/<path>", pages::library);
        routes.exception(
                Refused.class, (refused, context) -> Answers.problem(context, refused.problem()));
        routes.exception(HttpResponseException.class, Routes::answered);
        routes.exception(Exception.class, Routes::failed);
    }

    private static void expectListener(Context context) {
        String accept = context.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw new Refused(
                    Problem.of(
                            406,
                            "event-stream",
                            "Events only",
                            "This is a stream of text/event-stream."));
        }
    }

    private static void answered(HttpResponseException answer, Context context) {
        int status = answer.getStatus();
        String title = HttpStatus.forStatus(status).getMessage();
        Answers.problem(context, Problem.of(status, "http-" + status, title, title + "."));
    }

    /// A listener that left while it was being told: its response has been recycled, and whatever
    /// touches it throws. An exception from here would be handled here again, for ever.
    private static boolean isGone(Context context) {
        try {
            return context.res().getStatus() < 0;
        } catch (IllegalStateException | NullPointerException recycled) {
            return true;
        }
    }

    /// Ours: the sentence names a number to look for in the log, and nothing of the inside.
    private static void failed(Exception failure, Context context) {
        if (failure instanceof EofException || failure instanceof EOFException || isGone(context)) {
            return; // the other side went away: nobody reads an answer
        }
        String id = UUID.randomUUID().toString();
        LOG.error("error {}", id, failure);
        Answers.problem(
                context,
                Problem.of(
                        500,
                        "internal",
                        "Something went wrong here",
                        "The server's log has the details under " + id + "."));
    }

    /// The link that the server printed: the token becomes a cookie and leaves the address bar.
    private void home(Context context) {
        String offered = context.queryParam("token");
        if (offered == null) {
            pages.index(context);
            return;
        }
        if (!guard.get().accepts(offered)) {
            throw new Refused(
                    Problem.of(
                            401,
                            "token-wrong",
                            "Not signed in",
                            "That token is not this server's."));
        }
        cookie(context, offered);
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void session(Context context) {
        String offered = Bodies.text(context, "token");
        if (!guard.get().accepts(offered)) {
            throw new Refused(
                    Problem.of(
                            401,
                            "token-wrong",
                            "Not signed in",
                            "That token is not this server's."));
        }
        cookie(context, offered);
        Answers.json(context, 200, Json.object(json -> json.put("status", "ok")));
    }

    private void cookie(Context context, String token) {
        Cookie cookie = new Cookie(Guard.COOKIE, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(guard.get().isSecure());
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }

    /// Static pages and the description of the interface.
    private record Pages(Assets assets) {

        void index(Context context) {
            Headers.page(context, assets.importMapHash());
            serve(context, assets.page("index.html").orElseThrow(Pages::missing));
        }

        void page(Context context) {
            serve(context, assets.page(context.pathParam("path")).orElseThrow(Pages::missing));
        }

        void library(Context context) {
            serve(
                    context,
                    assets.library(context.pathParam("artifact"), context.pathParam("path"))
                            .orElseThrow(Pages::missing));
        }

        void description(Context context) {
            serve(context, Assets.description());
        }

        private static Refused missing() {
            return new Refused(Problem.notFound("page"));
        }

        private static void serve(Context context, Assets.Asset asset) {
            context.header("Cache-Control", "no-cache").header("ETag", asset.tag());
            if (asset.tag().equals(context.header("If-None-Match"))) {
                context.status(304);
                return;
            }
            context.status(200).contentType(asset.type()).result(asset.bytes());
        }
    }
}
