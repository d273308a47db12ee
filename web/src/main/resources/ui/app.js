// The frame of every page: top bar, banner, the page the URL names, and what lies over it.
import { html } from "lit";
import { Plain } from "./element.js";
import { loadFlowNames } from "./flows.js";
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
    const { id } = this.route;
    if (!cameFromHere()) return go("/");
    // The list comes back at the call that was looked at last.
    const place = () => route().page === "calls" && id && change({ sel: id });
    addEventListener("popstate", place, { once: true });
    history.back();
  }

  willUpdate() {
    if (this.route.page === "call" && !customElements.get("call-page")) this.#loadCallPage();
    if (this.route.page !== "call") document.title = `${t("calls.title")} · ${t("app.title")}`;
  }

  // The call page is a package of its own, fetched when the first call is opened.
  #loadCallPage() {
    this.loading ??= import("./call/page.js").then(
      () => this.requestUpdate(),
      (reason) => {
        this.failed = reason.message;
        this.loading = undefined;
      },
    );
  }

  #page() {
    if (this.route.page === "calls") return html`<calls-page></calls-page>`;
    if (this.route.page === "lost") return this.#sentence(t("app.lost"));
    if (customElements.get("call-page")) return html`<call-page call-id=${this.route.id}></call-page>`;
    return this.failed ? this.#sentence(t("app.pageFailed", { what: this.failed })) : null;
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
loadFlowNames().catch(() => {}); // without names the slugs are shown
customElements.define("callogram-app", CallogramApp);
