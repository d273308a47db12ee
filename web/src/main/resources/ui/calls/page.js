// The list of calls: filters, result bar, time, table, footer.
import { html } from "lit";
import { Plain } from "../element.js";
import { clock, grouped, iso, monthDay } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { register } from "../keys.js";
import { show } from "../text.js";
import { change, onRoute, query } from "../store.js";
import { onSources, sourcesState, totals } from "../sources/sources.js";
import { isLive } from "../sources/words.js";
import { range, values, withoutRange } from "./query.js";
import { follow, isFollowing, load, onResults, reload, results, SORT } from "./results.js";
import { empty, noMatch } from "./states.js";
import "../components/page-footer.js";
import "./call-table.js";
import "./facet-pane.js";
import "./time-histogram.js";

const SLOW = 200;

// "10:30–11:00": seconds and days only where they matter; a text that is no time is shown as written.
function span({ after, before }) {
  const times = [after, before].map((text) => (text && !Number.isNaN(Date.parse(text)) ? iso(Date.parse(text)) : null));
  if ((after && !times[0]) || (before && !times[1])) return show([after, before].filter(Boolean).join(" – "), { limit: 60 });
  const seconds = times.some((text) => text && !/:00Z$/.test(text)),
    days = times[0] && times[1] && monthDay(times[0]) !== monthDay(times[1]);
  const said = (text) => (text ? (days ? monthDay(text) + " " : "") + clock(text, 0).slice(0, seconds ? 8 : 5) : "");
  return said(times[0]) + "–" + said(times[1]);
}

class CallsPage extends Plain {
  static properties = { filters: { state: true }, slow: { state: true }, place: { state: true } };

  constructor() {
    super();
    this.filters = false;
    this.slow = false;
    this.place = "";
  }

  connectedCallback() {
    super.connectedCallback();
    const keys = [
      { keys: ["F7"], label: "keys.toFilters", run: () => this.#toFilters() },
      { keys: ["Escape"], run: () => (this.filters ? this.#toFilters(false) : false) },
    ];
    this.during(
      onRoute(() => this.#ask()),
      onResults(() => this.#changed()),
      onSources(() => this.requestUpdate()),
      register("keys.list", keys),
    );
    this.#ask();
  }

  #ask() {
    if (location.pathname === "/") load(query().get("q") ?? "", query().get("sort") ?? SORT);
  }

  // The thin bar waits 200 ms: most answers are there before.
  #changed() {
    clearTimeout(this.timer);
    if (results().loading) this.timer = setTimeout(() => (this.slow = true), SLOW);
    else this.slow = false;
    this.requestUpdate();
  }

  #toFilters(open = !this.filters) {
    this.filters = open;
    if (open) this.updateComplete.then(() => this.querySelector("facet-pane").focusFirst());
    else this.querySelector("call-table")?.focusGrid();
  }

  #count() {
    const { total, outside, answered: q, list } = results();
    if (!list || (!total && !q.trim())) return html`<h1 class="sr">${t("calls.title")}</h1>`;
    const word =
      outside !== null ? t("calls.ofMatching", { n: grouped(outside) }) : t(q.trim() ? "calls.matching" : "calls.all", { n: total });
    return html`<h1><span>${grouped(total)}</span> <span>${word}</span></h1>`;
  }

  #bar() {
    const { q, fresh } = results(),
      times = range(q ?? "");
    const chosen = ["flow", "outcome", "kind", "source"].reduce((n, field) => n + values(q ?? "", field).size, 0);
    return html`<div class="resultbar">
      <button class="btn only-phone" aria-expanded=${this.filters} @click=${() => this.#toFilters()}>
        ${icon("filter")}${t("calls.filter")} ${chosen || ""}</button>
      ${this.#count()}
      ${
        times.after || times.before
          ? html`<span class="pill"><span class="mono">${span(times)}</span><button aria-label=${t("calls.clearTime")}
            @click=${() => change({ q: withoutRange(q), sel: null }, { push: true })}>${icon("clear")}</button></span>`
          : null
      }
      <span class="grow"></span>
      <span class="position muted not-phone" aria-hidden="true">${this.place}</span>
      ${
        sourcesState().sources.some(isLive)
          ? html`<button class="btn" aria-pressed=${isFollowing()} title=${t("calls.followTitle")} @click=${() => follow(!isFollowing())}>
            ${icon(isFollowing() ? "check" : "down")}${t("calls.follow")}</button>`
          : null
      }
      ${fresh > 0 ? html`<button class="btn fresh" @click=${reload}>${icon("up")}${t("calls.new", { n: grouped(fresh) })}</button>` : null}
    </div>`;
  }

  #body() {
    const { list, answered, nearest } = results();
    if (!list || list.total) return null;
    return answered.trim() ? noMatch(answered, nearest) : sourcesState().known ? empty() : null;
  }

  #facts() {
    const sum = totals();
    return [
      { n: grouped(sum.messages), word: t("foot.messages", { n: sum.messages }) },
      { n: grouped(sum.calls), word: t("foot.calls", { n: sum.calls }) },
      { n: grouped(sum.refused), word: t("foot.refused"), title: t("foot.refusedTitle"), warn: sum.refused > 0 },
    ];
  }

  #hints() {
    return [
      { keys: ["j", "k"], word: t("keys.move") },
      { keys: ["Enter"], word: t("keys.open") },
      { keys: ["/"], word: t("keys.search") },
      { keys: ["F7"], word: t("keys.filter") },
      { keys: ["?"], word: t("keys.keys") },
    ];
  }

  render() {
    const body = this.#body();
    return html`<main class="calls">
        <facet-pane ?open=${this.filters}></facet-pane>
        <section class="main" aria-label=${t("calls.title")}>
          ${this.#bar()}
          <time-histogram ?hidden=${Boolean(body)}></time-histogram>
          <div class="listplace ${results().problem ? "stale" : ""}">
            ${this.slow ? html`<span class="slowbar" role="progressbar" aria-label=${t("calls.loading")}></span>` : null}
            ${body}<call-table ?hidden=${Boolean(body)} @place=${(event) => (this.place = event.detail)}></call-table></div>
        </section>
      </main>
      <page-footer .facts=${this.#facts()} .hints=${this.#hints()}></page-footer>`;
  }
}
customElements.define("calls-page", CallsPage);
