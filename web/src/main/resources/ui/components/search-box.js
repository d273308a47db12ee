// The query. It follows the URL and, after a pause or Enter, changes it; what cannot be read is pointed at by its column.
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";
import { change, go, onRoute, query } from "../store.js";
import { onResults, results } from "../calls/results.js";

const PAUSE = 400;

class SearchBox extends Plain {
  static properties = { page: { attribute: false }, text: { state: true } };

  constructor() {
    super();
    this.text = query().get("q") ?? "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(
      onRoute(() => this.#follow()),
      onResults(() => this.requestUpdate()),
      () => clearTimeout(this.timer),
    );
  }

  get input() {
    return this.querySelector("input");
  }

  focusInput() {
    this.input.focus();
    this.input.select();
  }

  #follow() {
    clearTimeout(this.timer);
    this.text = query().get("q") ?? "";
  }

  #typed(event) {
    this.text = event.target.value;
    clearTimeout(this.timer);
    if (this.page === "calls") this.timer = setTimeout(() => this.#ask(false), PAUSE);
  }

  #ask(push) {
    clearTimeout(this.timer);
    if (this.page === "calls") change({ q: this.text.trim() ? this.text : null, sel: null }, { push });
    else go("/", { q: this.text.trim() ? this.text : null });
  }

  #submit(event) {
    event.preventDefault();
    this.#ask(true);
    const column = this.#problem()?.column;
    if (column) this.input.setSelectionRange(column - 1, column);
    else document.querySelector("call-table")?.focusGrid();
  }

  #key(event) {
    if (event.key !== "Escape" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    document.querySelector("call-table")?.focusGrid();
    if (event.key === "Escape") this.input.blur();
  }

  // Only while the text is the one that was refused: a correction clears the complaint at once.
  #problem() {
    const { problem, q } = results();
    return problem?.status === 400 && q === this.text ? problem : null;
  }

  #complaint(problem) {
    const { column, expected, detail } = problem;
    const said = expected ? t("search.expected", { what: expected }) : detail;
    if (!column) return html`<p>${t("search.unread", { what: said })}</p>`;
    const before = this.text.slice(0, column - 1),
      at = this.text.slice(column - 1, column),
      after = this.text.slice(column);
    return html`<p class="mono"><bdi>${show(before)}<mark>${at || " "}</mark>${show(after)}</bdi></p>
      <p>${t("search.at", { column, expected: said })}</p>`;
  }

  render() {
    const problem = this.#problem();
    return html`<form class="search ${problem ? "wrong" : ""}" role="search" @submit=${this.#submit}>${icon("search")}
      <input type="search" .value=${live(this.text)} @input=${this.#typed} @keydown=${this.#key} aria-label=${t("search.label")}
        placeholder=${t("search.placeholder")} spellcheck="false" autocomplete="off" autocapitalize="off" enterkeyhint="search"
        aria-invalid=${problem ? "true" : "false"} aria-describedby="query-problem"><kbd class="not-phone" aria-hidden="true">/</kbd>
      <div id="query-problem" class="complaint" role="status">${problem ? this.#complaint(problem) : null}</div></form>`;
  }
}
customElements.define("search-box", SearchBox);
