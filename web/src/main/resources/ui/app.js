// The frame of every page: top bar, banner, the page the URL names, and what lies over it.
import { html } from "lit";
import { Plain } from "./element.js";
import { loadFlowNames } from "./flows.js";
import { startHealth } from "./health/health.js";
import { t, language } from "./i18n/i18n.js";
import { register } from "./keys.js";
import { cameFromHere, change, chooseLanguage, go, onRoute, route, start } from "./store.js";
import { startSources } from "./sources/sources.js";
import "./calls/page.js";
import "./components/drop-zone.js";
import "./components/key-help.js";
import "./components/notice-banner.js";
import "./components/top-bar.js";
import "./sources/panel.js";

// Pages that are packages of their own, fetched when the first of them is opened.
const OWN = {
  call: { element: "call-page", load: () => import("./call/page.js") },
  flows: { element: "flows-page", load: () => import("./gallery/page.js") },
  health: { element: "health-page", load: () => import("./health/page.js") },
};

class CallogramApp extends Plain {
  static properties = { route: { state: true }, failed: { state: true } };

  constructor() {
    super();
    this.route = route();
    this.failed = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(
      onRoute((now) => (this.route = now)),
      register("keys.everywhere", this.#keys()),
    );
  }

  #keys() {
    return [
      { keys: ["/", "F3"], label: "keys.search", run: () => this.querySelector("search-box").focusInput() },
      { keys: ["F5"], label: "keys.clear", when: () => this.route.page === "calls", run: () => change({ q: null }, { push: true }) },
      { keys: ["l"], label: "keys.language", run: () => chooseLanguage(language() === "zh" ? "en" : "zh") },
      { keys: ["Escape"], label: "keys.back", when: () => this.route.page !== "calls", run: () => this.#back() },
    ];
  }

  #back() {
    const id = this.route.page === "call" ? this.route.id : null;
    if (!cameFromHere()) return go(this.route.page === "flows" && this.route.id ? "/flows" : "/");
    // The list comes back at the call that was looked at last.
    const place = () => route().page === "calls" && id && change({ sel: id });
    addEventListener("popstate", place, { once: true });
    history.back();
  }

  willUpdate() {
    const own = OWN[this.route.page];
    if (own && !customElements.get(own.element)) this.#load(own);
    if (!own) document.title = `${t("calls.title")} · ${t("app.title")}`;
  }

  #load(own) {
    own.loading ??= own.load().then(
      () => this.requestUpdate(),
      (reason) => {
        this.failed = reason.message;
        own.loading = undefined;
      },
    );
  }

  #page() {
    if (this.route.page === "calls") return html`<calls-page></calls-page>`;
    if (this.route.page === "lost") return this.#sentence(t("app.lost"));
    if (customElements.get(OWN[this.route.page].element)) return this.#own();
    return this.failed ? this.#sentence(t("app.pageFailed", { what: this.failed })) : null;
  }

  #own() {
    if (this.route.page === "health") return html`<health-page></health-page>`;
    return this.route.page === "call" ? html`<call-page call-id=${this.route.id}></call-page>` : html`<flows-page .slug=${this.route.id}></flows-page>`;
  }

  #sentence(text) {
    return html`<main class="blank"><p>${text}</p><a class="btn" href="/">${t("app.toCalls")}</a></main>`;
  }

  render() {
    return html`<top-bar .page=${this.route.page} .callId=${this.route.id}></top-bar>
      <notice-banner></notice-banner>
      <div class="page">${this.#page()}</div>
      <source-panel></source-panel>
      <key-help></key-help>
      <drop-zone></drop-zone>
      <div id="said" class="sr" role="status" aria-live="polite"></div>`;
  }
}

start();
startSources();
startHealth();
loadFlowNames().catch(() => {}); // without names the slugs are shown
customElements.define("callogram-app", CallogramApp);
