// The virtualised list: rows of one height, only those that are seen, selection by key and pointer.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Plain } from "../element.js";
import { clock, date, grouped, zone } from "../format.js";
import { t } from "../i18n/i18n.js";
import { register } from "../keys.js";
import { change, go, onRoute, query } from "../store.js";
import { eachSecond, talkOf } from "../sources/capture-clock.js";
import { ariaSort, columnsFor, pressed } from "./columns.js";
import { onResults, results } from "./results.js";
import { row } from "./call-row.js";
import { Viewport } from "./viewport.js";

const NARROW = matchMedia("(max-width: 719px)"),
  WIDE = matchMedia("(min-width: 1240px)");
const CARD = 64,
  SETTLE = 150;

class CallTable extends Plain {
  static properties = { cursor: { state: true } };

  constructor() {
    super();
    this.cursor = -1;
    this.view = new Viewport();
    this.has = { flows: false, hints: false };
  }

  connectedCallback() {
    super.connectedCallback();
    const again = () => this.#measure();
    this.listen(NARROW, "change", again);
    this.listen(WIDE, "change", again);
    this.during(
      onResults(() => this.#changed()),
      onRoute(() => this.#follow()),
      register("keys.list", this.#keys()),
      () => this.watch?.disconnect(),
      eachSecond(() => this.#tick()),
    );
  }

  // Draws again only where a call that is seen counts on.
  #tick() {
    const { first, last } = this.view.rows();
    for (let i = first; i < last; i++) {
      const call = this.list?.row(i);
      if (call && talkOf(call) !== call.talkMs) return this.requestUpdate();
    }
  }

  get wrap() {
    return this.querySelector(".tablewrap");
  }

  firstUpdated() {
    this.watch = new ResizeObserver(() => this.#measure());
    this.watch.observe(this.wrap);
    this.#changed();
    if (this.cursor >= 0) this.wrap.focus();
  }

  focusGrid() {
    this.wrap.focus();
  }

  // A new list starts at its top, unless the selected call is in it.
  #changed() {
    const { list, facets } = results();
    if (list !== this.list) {
      this.list = list;
      this.has = { flows: Boolean(facets.flow?.length), hints: this.#anyHint() };
      const selected = query().get("sel");
      this.cursor = selected && list ? list.indexOf(selected) : -1;
      this.#measure();
      this.#scrollTo(this.cursor >= 0 ? (this.view.reveal(this.cursor) ?? this.view.settle()) : 0);
    }
    this.requestUpdate();
  }

  // The URL names another call than the one that is selected and here.
  #follow() {
    const index = this.list?.indexOf(query().get("sel")) ?? -1;
    if (index < 0 || index === this.cursor || (this.cursor >= 0 && !this.list.row(this.cursor))) return;
    this.cursor = index;
    this.#scrollTo(this.view.reveal(index));
  }

  #anyHint() {
    for (let i = 0; i < Math.min(this.list?.total ?? 0, 200); i++) if (this.list.row(i)?.hints?.length) return true;
    return false;
  }

  #measure() {
    if (!this.wrap) return;
    const row = NARROW.matches ? CARD : parseInt(getComputedStyle(this.wrap).getPropertyValue("--row"), 10);
    const head = NARROW.matches ? 0 : (this.querySelector("thead")?.offsetHeight ?? 0);
    this.view.size(results().list?.total ?? 0, row, Math.max(0, this.wrap.clientHeight - head));
    this.requestUpdate();
  }

  #scrolled() {
    this.view.scrolled(this.wrap.scrollTop);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#scrollTo(this.view.settle()), SETTLE);
    this.requestUpdate();
  }

  #scrollTo(position) {
    if (position === null || !this.wrap) return;
    this.updateComplete.then(() => {
      this.wrap.scrollTop = position;
      if (position !== 0) this.view.scrolled(this.wrap.scrollTop);
    });
    if (position === 0) this.view.scrolled(0);
  }

  // Moves the selection; the URL follows as soon as the call is known.
  async #select(index) {
    const { list } = results();
    if (!list?.total) return;
    this.cursor = Math.min(Math.max(index, 0), list.total - 1);
    this.#scrollTo(this.view.reveal(this.cursor));
    const at = this.cursor;
    if (!list.row(at)) await list.need(at, at + 1).catch(() => {});
    const stays = at === this.cursor && list === results().list && !results().loading;
    if (stays && list.row(at)) change({ sel: list.row(at).id });
    this.requestUpdate();
  }

  #open(index = this.cursor) {
    const call = results().list?.row(index);
    if (!call) return false;
    change({ sel: call.id }); // Back comes to it
    go("/calls/" + encodeURIComponent(call.id));
    return true;
  }

  #keys() {
    const by = (step) => () => this.#select(this.cursor < 0 ? this.view.seen.first : this.cursor + step);
    return [
      { keys: ["j", "ArrowDown"], label: "keys.down", run: by(1) },
      { keys: ["k", "ArrowUp"], label: "keys.up", run: by(-1) },
      { keys: ["PageDown"], label: "keys.pageDown", run: () => by(this.view.page)() },
      { keys: ["PageUp"], label: "keys.pageUp", run: () => by(-this.view.page)() },
      { keys: ["Home"], label: "keys.first", run: () => this.#select(0) },
      { keys: ["End"], label: "keys.last", run: () => this.#select(results().total - 1) },
      { keys: ["Enter"], label: "keys.openCall", run: () => this.#open() },
    ];
  }

  #press(event) {
    const index = Number(event.target.closest("tr[data-index]")?.dataset.index ?? -1);
    if (index < 0) return;
    this.wrap.focus();
    this.#select(index);
    if (NARROW.matches) this.#open(index); // a finger does not press twice
  }

  #head(column) {
    const { sort } = results(),
      order = column.sort ? ariaSort(column, sort) : null;
    const title = column.title ? t(column.title, { zone: zone(this.list?.row(0)?.start) }) : "";
    const label = html`${t("col." + column.key)}${order ? (order === "ascending" ? " ↑" : " ↓") : ""}`;
    const press = () => change({ sort: pressed(column, sort), sel: null }, { push: true });
    return html`<th role="columnheader" scope="col" class="${column.num ? "num" : ""} ${column.only ?? ""}"
      title=${title} aria-sort=${order ?? "none"}>
      ${column.sort ? html`<button @click=${press}>${label}</button>` : label}</th>`;
  }

  // Days are said only where the list covers more than one.
  #look(columns) {
    const { runs, histogram } = results();
    const days = Boolean(histogram?.from) && date(histogram.from) !== date(histogram.to);
    return { columns, runs, days, wide: WIDE.matches, narrow: NARROW.matches };
  }

  updated() {
    const { first, last } = this.view.rows();
    const list = results().list;
    list?.need(first, last).then(
      (came) => came && this.requestUpdate(),
      () => {},
    );
    if (this.#place === this.said) return;
    this.said = this.#place;
    this.dispatchEvent(new CustomEvent("place", { detail: this.said }));
  }

  get #place() {
    const { first, last } = this.view.seen,
      total = results().total;
    if (!total || last - first >= total || (first === 0 && this.cursor < 0)) return "";
    return t("calls.position", { n: grouped((this.cursor >= first && this.cursor < last ? this.cursor : first) + 1), m: grouped(total) });
  }

  render() {
    const { list, total } = results(),
      { first, last, above, below } = this.view.rows();
    const columns = columnsFor(this.has),
      look = this.#look(columns),
      indexes = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
    const active = this.cursor >= first && this.cursor < last ? `row-${this.cursor}` : null;
    const bare = this.has.flows || this.has.hints ? "" : "bare";
    return html`<div class="tablewrap scroll ${look.days ? "days" : ""} ${bare}" tabindex="0" role="grid" aria-label=${t("calls.title")}
        aria-rowcount=${total + 1} aria-activedescendant=${active ?? nothing} @scroll=${this.#scrolled} @click=${this.#press} @dblclick=${() => this.#open()}>
      <table class="calls-t" role="presentation">
        <colgroup>${columns.map(({ cls }) => html`<col class=${cls}>`)}</colgroup>
        <thead role="rowgroup"><tr role="row" aria-rowindex="1">${columns.map((column) => this.#head(column))}</tr></thead>
        <tbody role="rowgroup">
          <tr class="space" role="presentation" aria-hidden="true" .style=${`height:${above}px`}><td></td></tr>
          ${repeat(
            indexes,
            (index) => index,
            (index) => row(list?.row(index), index, index === this.cursor, look),
          )}
          <tr class="space" role="presentation" aria-hidden="true" .style=${`height:${below}px`}><td></td></tr>
        </tbody>
      </table></div>`;
  }
}
customElements.define("call-table", CallTable);
