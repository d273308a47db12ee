// What a comparison says: where the calls part, in one sentence, and what differs at the selected message.
import { html, nothing } from "lit";
import { known, language, t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { flowLabel, flowsOf } from "../flows.js";
import { plain, show } from "../text.js";
import { idIn } from "./compared-ids.js";
import { marksOf } from "./compared-rows.js";
import { evidence } from "./views.js";

const KINDS = ["missing", "extra", "different", "moved", "changed"];
const CHANGES_SHOWN = 6;

/** @param at the page: {call, comparing, view, chosen, go, set, toDifference(way)} */
export function compareBar(at) {
  if (!at.view.with) return nothing;
  const { comparison, problem } = at.comparing;
  return html`<section class="comparebar" aria-label=${t("call.compare")}>
    <div class="line"><b>${comparison ? t(comparison.flow ? "call.compare.shape" : "call.compare.call", { name: plain(titleOf(comparison)) }) : t("call.compare")}</b>
      ${comparison ? counts(comparison) : nothing}
      <span class="grow"></span>
      ${
        comparison && comparison.first !== null
          ? html`<button class="iconbtn" title="${t("call.compare.back")} (N)" aria-label=${t("call.compare.back")} @click=${() => at.toDifference(-1)}>${icon("up")}</button>
            <button class="iconbtn" title="${t("call.compare.next")} (n)" aria-label=${t("call.compare.next")} @click=${() => at.toDifference(1)}>${icon("down")}</button>`
          : nothing
      }
      <button class="iconbtn" title=${t("call.compare.close")} aria-label=${t("call.compare.close")} @click=${() => at.set({ with: "", diff: "" })}>${icon("close")}</button></div>
    ${comparison ? sentence(comparison, at) : problem ? html`<p class="warned">${icon("warning")} ${show(problem.detail || problem.title || t("call.offline"), { limit: 300 })}</p>` : nothing}
    ${comparison ? changesOf(at, comparison) : nothing}</section>`;
}

const titleOf = ({ title }) => title[language() === "zh" ? "zh" : "en"];

const counts = ({ counts: n, hopByHop }) => html`<span class="counts">${KINDS.filter((kind) => n[kind]).map(
  (kind) => html`<span class="cmp ${kind}">${t(`call.compare.count.${kind}`, { n: n[kind] })}</span>`,
)}${hopByHop ? nothing : html`<span class="muted" title=${t("call.compare.ends.title")}>${t("call.compare.ends")}</span>`}${
  n.left ? html`<span class="muted">${t("call.compare.left", { n: n.left })}</span>` : nothing
}</span>`;

function sentence(comparison, at) {
  const row = comparison.rows[comparison.first];
  return html`<p>${show(comparison.sentence[language() === "zh" ? "zh" : "en"], { limit: 600 })} ${row?.here ? evidence(row.here.message, at.go) : nothing}</p>`;
}

/** What the selected message says otherwise, and the way to both messages beside each other. */
function changesOf(at, comparison) {
  const number = at.chosen?.message.number;
  const mark = marksOf(comparison).get(number);
  if (!mark?.there) return nothing;
  const shown = mark.changes.slice(0, CHANGES_SHOWN);
  const rest = mark.changes.length - shown.length;
  const value = (text) => (text === null ? html`<span class="muted">${t("call.compare.absent")}</span>` : show(text, { limit: 160 }));
  const whole = mark.there.position;
  return html`<dl class="cmpchanges">
    <div><dt>${t("call.compare.message", { number })}</dt><dd>${show(comparison.rows.find((row) => row.here?.message === number).here.label)}</dd>
      <dd>${show(mark.there.label)} <span class="muted">${t("call.compare.there", { number: mark.there.message })}</span></dd></div>
    ${shown.map((change) => html`<div><dt>${show(change.name, { limit: 60 })}</dt><dd>${value(change.here)}</dd><dd>${value(change.there)}</dd></div>`)}
    ${rest > 0 || whole
      ? html`<div class="more"><dt></dt><dd>${rest > 0 ? t("call.compare.rest", { n: rest }) : nothing}
        ${whole ? html`<button class="linkish" @click=${() => { at.set({ diff: `${number},${whole}` }); at.show("message"); }}>${t("call.compare.both")}</button>` : nothing}</dd></div>`
      : nothing}</dl>`;
}

/** The menu behind "Compare": the shapes of the flows that were found, and other calls. */
export function compareMenu(at) {
  const { head, rest } = flowsOf(at.call);
  const choose = (other) => {
    at.toggle("compare");
    at.set({ with: other, diff: "" });
  };
  const shapes = [head, ...rest].filter((flow, i, all) => flow && all.findIndex((one) => one?.flow === flow.flow) === i);
  const typed = (event) => {
    event.preventDefault();
    const id = idIn(event.target.elements.other.value);
    if (id) choose(id);
  };
  return html`<div class="panel menu comparemenu" role="dialog" aria-label=${t("call.compare")}>
    ${shapes.length ? html`<h3>${t("call.compare.withShape")}</h3>` : nothing}
    ${shapes.map((flow) => html`<button @click=${() => choose(`flow:${flow.flow}`)}>${flowLabel(flow)}</button>`)}
    <h3>${t("call.compare.withCall")}</h3>
    ${at.others.map((other) => html`<button @click=${() => choose(other.id)}><span>${show(`${other.callerName || other.caller} → ${other.calleeName || other.callee}`, { limit: 40 })}</span>
      <span class="muted mono">${known(`outcome.${other.outcome}`) ? t(`outcome.${other.outcome}`) : other.outcome} · ${other.messages}</span></button>`)}
    <form @submit=${typed}><input name="other" type="text" placeholder=${t("call.compare.id")} aria-label=${t("call.compare.id")} spellcheck="false" autocomplete="off">
      <button class="btn">${t("call.compare")}</button></form></div>`;
}
