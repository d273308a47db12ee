// The query. It follows the URL and, after a pause or Enter, changes it; what may be meant is offered beneath it, and what cannot be
// read is pointed at by its column.
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";
import { change, go, onRoute, query } from "../store.js";
import { queryFields } from "../calls/fields.js";
import { onResults, results } from "../calls/results.js";
import { suggest, take } from "../calls/suggestions.js";

const PAUSE = 400;
const NOTHING = { items: [] };

class SearchBox extends Plain {
  static properties = { page: { attribute: false }, text: { state: true }, offered: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    this.text = query().get("q") ?? "";
    this.#offer(NOTHING);
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
    const text = query().get("q") ?? "";
    if (text !== this.text) this.#offer(NOTHING);
    this.text = text;
  }

  #offer(offered) {
    this.turn = null;
    this.offered = offered;
    this.chosen = -1;
  }

  // Words come from the server the first time; by then more may have been typed, or the query asked.
  async #suggest() {
    const turn = (this.turn = {}),
      fields = await queryFields(),
      { input } = this;
    if (turn === this.turn && input === document.activeElement) this.#offer(suggest(this.text, input.selectionStart, fields));
  }

  async #take(item) {
    const { text, caret } = take(this.text, this.offered, item);
    this.text = text;
    this.#offer(NOTHING);
    await this.updateComplete;
    this.input.setSelectionRange(caret, caret);
    if (item.text.endsWith(":")) this.#suggest();
    else if (this.page === "calls") this.#ask(false);
  }

  #typed(event) {
    this.text = event.target.value;
    this.#suggest();
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
    this.#offer(NOTHING);
    this.#ask(true);
    const column = this.#problem()?.column;
    if (column) this.input.setSelectionRange(column - 1, column);
    else document.querySelector("call-table")?.focusGrid();
  }

  #key(event) {
    if (event.isComposing || !this.#handles(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  // In the list of what may be meant first; without one the keys lead to the calls.
  #handles(key) {
    const { items } = this.offered,
      item = items[this.chosen];
    if (key === "Enter" || key === "Tab") {
      if (item) this.#take(item);
      return !!item;
    }
    if (items.length && (key === "ArrowDown" || key === "ArrowUp")) {
      const step = key === "ArrowDown" ? 1 : -1;
      this.chosen = ((this.chosen + 1 + step + items.length + 1) % (items.length + 1)) - 1;
      return true;
    }
    if (key !== "Escape" && key !== "ArrowDown") return false;
    if (items.length) this.#offer(NOTHING);
    else {
      document.querySelector("call-table")?.focusGrid();
      if (key === "Escape") this.input.blur();
    }
    return true;
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

  #suggestions() {
    const { items } = this.offered;
    if (!items.length) return null;
    const option = (item, at) => {
      const press = (event) => {
        event.preventDefault(); // the caret stays in the query
        this.#take(item);
      };
      return html`<li id=${`meant-${at}`} role="option" aria-selected=${at === this.chosen} @mousedown=${press}>
        <span class="mono">${item.text.trim()}</span>${item.label ? html`<span class="muted">${item.label}</span>` : null}</li>`;
    };
    return html`<ul id="meant" class="meant" role="listbox" aria-label=${t("search.suggestions")}>${items.map(option)}</ul>`;
  }

  render() {
    const offers = this.offered.items.length > 0,
      problem = offers ? null : this.#problem();
    return html`<form class="search ${problem ? "wrong" : ""}" role="search" @submit=${this.#submit}>${icon("search")}
      <input type="search" .value=${live(this.text)} @input=${this.#typed} @keydown=${this.#key}
        @blur=${() => this.#offer(NOTHING)} role="combobox" aria-autocomplete="list" aria-expanded=${offers} aria-controls="meant"
        aria-activedescendant=${this.chosen < 0 ? "" : `meant-${this.chosen}`} aria-label=${t("search.label")}
        placeholder=${t("search.placeholder")} spellcheck="false" autocomplete="off" autocapitalize="off" enterkeyhint="search"
        aria-invalid=${problem ? "true" : "false"} aria-describedby="query-problem"><kbd class="not-phone" aria-hidden="true">/</kbd>
      <div id="query-problem" class="complaint" role="status">${problem ? this.#complaint(problem) : null}</div>
      ${this.#suggestions()}</form>`;
  }
}
customElements.define("search-box", SearchBox);
