// The last line of a page: what was read, and the keys that matter here. A page passes its own facts and keys.
import { html } from "lit";
import { Plain } from "../element.js";
import { isDegraded, onHealth } from "../health/health.js";
import { t } from "../i18n/i18n.js";

class PageFooter extends Plain {
  // facts: [{ n: "1,284", word, title?, warn? }], hints: [{ keys: ["j", "k"], word }]
  static properties = { facts: { attribute: false }, hints: { attribute: false } };

  constructor() {
    super();
    this.facts = [];
    this.hints = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(onHealth(() => this.requestUpdate()));
  }

  #health() {
    const words = t(isDegraded() ? "app.degraded" : "app.health");
    return html`<a class="tohealth" href="/health" title=${words}><span class="dot ${isDegraded() ? "bad" : "ring"}"></span>${t("app.health")}</a>`;
  }

  render() {
    return html`<footer class="foot">
      ${this.facts.map((fact) => html`<span class=${fact.warn ? "warn" : ""} title=${fact.title ?? ""}><b>${fact.n}</b> ${fact.word}</span>`)}
      ${this.#health()}
      <span class="keys">
        ${this.hints.map(({ keys, word }) => html`<span>${keys.map((key) => html`<kbd>${key}</kbd>`)}${word}</span>`)}
      </span>
    </footer>`;
  }
}
customElements.define("page-footer", PageFooter);
