// The head of the ladder's pane: how time and SDP are shown, which messages, and the columns.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { columnsPanel } from "./columns-panel.js";
import { DEPTHS, TIMES } from "./view.js";

/** @param at the page: {call, model, view, open, filtering, toggle, set, filter, closeFilter} */
export function toolbar(at) {
  const { call, model, view } = at;
  const repeats = call.messages.reduce((sum, m) => sum + m.repeats.length, 0);
  const most = call.messages.reduce((max, m) => Math.max(max, m.repeats.length + 1), 1);
  return html`<div class="panehead ${model.shown < model.total ? "narrowed" : ""} ${at.filtering || view.filter ? "narrowed filtered" : ""}"><h2
    class="not-phone">${t("call.ladder")}</h2>
    ${segment("time", TIMES, view.time, (time) => at.set({ time }), "t", "timemode")}
    ${segment("sdp", DEPTHS, view.sdp, (sdp) => at.set({ sdp }), "d", "sdpdepth not-phone")}
    ${
      call.legs.length > 1
        ? html`<button class="toggle not-phone" aria-pressed=${view.leg > 0} title=${t("call.extended.title")} @click=${at.extended}>${
            view.leg > 0 ? t("call.extended.one", { number: view.leg }) : t("call.extended.all", { count: call.legs.length })
          }</button>`
        : nothing
    }
    ${
      repeats || view.repeats
        ? html`<button class="toggle repeats mono not-phone" aria-pressed=${view.repeats} title=${t("call.repeats.title", { count: repeats })}
            aria-label=${t("call.repeats.title", { count: repeats })}
      @click=${() => at.set({ repeats: !view.repeats })}>×${most}</button>`
        : nothing
    }
    <span class="grow"></span>
    ${
      model.shown < model.total
        ? html`<span class="shown muted nowrap"
        role="status">${t("call.filter.shown", { shown: grouped(model.shown), total: grouped(model.total) })}</span>`
        : nothing
    }
    ${
      at.filtering || view.filter
        ? filterBox(at)
        : html`<button class="iconbtn" title=${t("call.filter.title")} aria-label=${t("call.filter.label")}
        @click=${at.startFilter}>${icon("filter")}</button>`
    }
    <span class="drop"><button class="iconbtn" title=${t("call.columns.title")} aria-label=${t("call.columns")}
        aria-expanded=${at.open === "columns"} @click=${() => at.toggle("columns")}>${icon("columns")}</button>
      ${at.open === "columns" ? columnsPanel(at) : nothing}</span></div>`;
}

function segment(name, values, chosen, choose, key, cls = "") {
  return html`<span class="seg ${cls}" role="group" aria-label=${t(`call.${name}`)} title="${t(`call.${name}`)} (${key})">${values.map(
    (value) => html`<button
    aria-pressed=${value === chosen} @click=${() => choose(value)}>${t(`call.${name}.${value}`)}</button>`,
  )}</span>`;
}

function filterBox(at) {
  return html`<span class="ladderfilter">${icon("filter")}<input type="text" .value=${live(at.view.filter)}
      placeholder=${t("call.filter.placeholder")} aria-label=${t("call.filter.label")}
    spellcheck="false" autocomplete="off" @input=${(event) => at.set({ filter: event.target.value })} @keydown=${(event) => {
      if (event.key === "Escape") at.closeFilter();
      else if (event.key === "Enter") at.leaveFilter();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }}><button class="iconbtn" aria-label=${t("call.filter.clear")} title=${t("call.filter.clear")} @click=${at.closeFilter}>${icon("close")}</button></span>`;
}
