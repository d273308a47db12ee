// What the calls of this list are, counted; a press adds to the query or takes out of it.
import { html } from "lit";
import { Plain } from "../element.js";
import { grouped } from "../format.js";
import { known, t } from "../i18n/i18n.js";
import { show } from "../text.js";
import { change } from "../store.js";
import { OUTCOME_ORDER } from "../icons.js";
import { openFiles } from "../sources/open-files.js";
import { onSources, openPanel, sourcesState } from "../sources/sources.js";
import { assign, toggle, values } from "./query.js";
import { onResults, results } from "./results.js";

const FACETS = ["flow", "outcome", "kind", "source"];
const SHOWN = 8;

class FacetPane extends Plain {
  static properties = { open: { type: Boolean }, whole: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.whole = new Set();
    this.labels = new Map(); // values once seen keep their place, with a count of zero when the query leaves them out
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(
      onResults(() => this.requestUpdate()),
      onSources(() => this.requestUpdate()),
    );
  }

  focusFirst() {
    this.querySelector("[role=checkbox]")?.focus();
  }

  #values(facet, chosen) {
    const now = new Map((results().facets[facet] ?? []).map((one) => [one.value, one]));
    const seen = this.labels.get(facet) ?? new Map();
    for (const one of now.values()) seen.set(one.value, one.label ?? seen.get(one.value));
    this.labels.set(facet, seen);
    const all = new Set([...seen.keys(), ...chosen]);
    if (facet === "source") for (const value of this.#gone(all)) if (!now.has(value)) all.delete(value);
    const list = [...all].map((value) => ({ value, label: seen.get(value), count: now.get(value)?.count ?? 0, on: chosen.has(value) }));
    if (facet === "outcome") return list.sort((a, b) => OUTCOME_ORDER.indexOf(a.value) - OUTCOME_ORDER.indexOf(b.value));
    return list;
  }

  // A deleted source keeps no place.
  #gone(all) {
    const there = new Set(sourcesState().sources.map(({ id }) => id));
    return [...all].filter((value) => !there.has(value));
  }

  #change(q) {
    change({ q, sel: null }, { push: true });
  }

  #value(facet, item, most) {
    const said = facet !== "source" && known(`${facet}.${item.value}`) ? t(`${facet}.${item.value}`) : null;
    const name = said ?? show(item.label ?? item.value, { limit: 80 });
    const width = item.count ? Math.max((item.count / most) * 100, 1.5) : 0;
    const press = () => this.#change(toggle(results().q, facet, item.value));
    return html`<button class="fv ${item.count ? "" : "zero"}" role="checkbox" aria-checked=${item.on} @click=${press}>
      <span class="box" aria-hidden="true"></span><span class="name ${said ? "" : "mono"}">${name}</span>
      <span class="count">${grouped(item.count)}</span>
      <span class="bar" aria-hidden="true"><i .style=${`width:${width}%`}></i></span></button>`;
  }

  #more(facet, hidden) {
    if (!hidden && !this.whole.has(facet)) return null;
    const others = [...this.whole].filter((one) => one !== facet);
    const flip = () => (this.whole = new Set(this.whole.has(facet) ? others : [...others, facet]));
    const words = hidden ? t("facet.more", { n: grouped(hidden) }) : t("facet.fewer");
    return html`<button class="fv muted" @click=${flip}><span></span><span class="name">${words}</span></button>`;
  }

  #clear(facet, title) {
    const press = () => this.#change(assign(results().q, facet, []));
    return html`<button aria-label=${t("facet.clearOf", { what: title })} @click=${press}>${t("facet.clear")}</button>`;
  }

  #facet(facet) {
    const chosen = values(results().q ?? "", facet),
      list = this.#values(facet, chosen);
    if (!list.length) return facet === "source" ? html`<div class="facet phone-rows">${this.#sources()}</div>` : null;
    const most = Math.max(1, ...list.map(({ count }) => count));
    const all = this.whole.has(facet) || list.length <= SHOWN + 2; // "1 more" would take the place of the one
    const shown = all ? list : list.slice(0, SHOWN),
      title = t("facet." + facet);
    return html`<div class="facet" role="group" aria-label=${title}>
      <h2>${title}${chosen.size ? this.#clear(facet, title) : null}</h2>
      ${shown.map((item) => this.#value(facet, item, most))} ${this.#more(facet, list.length - shown.length)}
      ${facet === "source" ? this.#sources() : null}</div>`;
  }

  // Where the top bar has no room for the sources, this is the way to them.
  #sources() {
    const row = (word, press) => html`<button class="fv muted" @click=${press}><span></span><span class="name">${t(word)}</span></button>`;
    return html`<div class="phone-rows">${row("sources.title", () => openPanel())}${row("sources.open", openFiles)}</div>`;
  }

  render() {
    return html`<aside class="facets scroll ${this.open ? "open" : ""}" aria-label=${t("calls.filters")}>
      ${FACETS.map((facet) => this.#facet(facet))}</aside>`;
  }
}
customElements.define("facet-pane", FacetPane);
