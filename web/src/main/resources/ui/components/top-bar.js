// Brand, search, sources or the place in the result, work under way, language, theme.
import { html, nothing } from "lit";
import { Plain } from "../element.js";
import { isDegraded, onHealth } from "../health/health.js";
import { language, t } from "../i18n/i18n.js";
import { brand, icon } from "../icons.js";
import { grouped } from "../format.js";
import { register } from "../keys.js";
import { chooseLanguage, chooseTheme, go, onRoute, theme } from "../store.js";
import { neighbour, onResults, place } from "../calls/results.js";
import "./search-box.js";
import "../sources/chips.js";

class TopBar extends Plain {
  static properties = { page: { attribute: false }, callId: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    const when = () => this.page === "call";
    const keys = [
      { keys: ["J"], label: "keys.nextCall", when, run: () => this.#go(1) },
      { keys: ["K"], label: "keys.previousCall", when, run: () => this.#go(-1) },
    ];
    this.during(
      onRoute(() => this.requestUpdate()),
      onResults(() => this.requestUpdate()),
      onHealth(() => this.requestUpdate()),
      register("keys.everywhere", keys),
    );
  }

  // Previous and next call of the list this call was opened from.
  #go(step) {
    neighbour(this.callId, step).then((id) => id && go("/calls/" + encodeURIComponent(id), {}, { replace: true }));
  }

  #place() {
    const found = place(this.callId);
    if (!found) return null;
    const button = (step, name, glyph, key) => html`<button class="iconbtn" title="${t(name)} (${key})" aria-label=${t(name)}
      ?disabled=${found.index + step < 0 || found.index + step >= found.total} @click=${() => this.#go(step)}>${icon(glyph)}</button>`;
    return html`<nav class="live not-phone" aria-label=${t("calls.result")}>${button(-1, "calls.previous", "up", "K")}
      <span class="muted nowrap">${t("calls.place", { n: grouped(found.index + 1), m: grouped(found.total) })}</span>
      ${button(1, "calls.next", "down", "J")}</nav>`;
  }

  #languages() {
    const button = (name, text) => html`<button aria-pressed=${language() === name} lang=${name === "zh" ? "zh-CN" : "en"}
      @click=${() => chooseLanguage(name)}>${text}</button>`;
    return html`<span class="seg" role="group" aria-label=${t("app.language")}>${button("en", "EN")}${button("zh", "中文")}</span>`;
  }

  #themes() {
    const button = (name, glyph) => html`<button aria-pressed=${theme() === name} aria-label=${t("app." + name)} title=${t("app." + name)}
      @click=${() => chooseTheme(name)}>${icon(glyph)}</button>`;
    return html`<span class="seg theme not-phone" role="group" aria-label=${t("app.theme")}>
      ${button("light", "sun")}${button("dark", "moon")}</span>`;
  }

  #degraded() {
    const words = t("app.degraded");
    return html`<a class="btn tohealth" href="/health" title=${words} aria-label=${words}><span class="dot bad"></span><span class="wide-only">${words}</span></a>`;
  }

  render() {
    return html`<header class="top">
      <a class="brand" href="/" aria-label=${t("app.allCalls")}>${brand}<span class="not-phone">${t("app.title")}</span></a>
      <search-box .page=${this.page}></search-box>
      ${this.page === "call" ? this.#place() : html`<source-chips></source-chips>`}
      <span class="grow not-phone"></span>
      <work-under-way></work-under-way>
      ${isDegraded() ? this.#degraded() : null}
      <a class="btn toflows" href="/flows" aria-current=${this.page === "flows" ? "page" : nothing} title=${t("app.flows")}>${icon("book")}<span class="not-phone">${t("app.flows")}</span></a>
      ${this.#languages()} ${this.#themes()}
    </header>`;
  }
}
customElements.define("top-bar", TopBar);
