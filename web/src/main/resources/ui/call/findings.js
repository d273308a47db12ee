// What was concluded of a call, in its head: flows with what proves them, hints with what shows them; the whole in a panel.
import { html, nothing } from "lit";
import { confidenceBars, flowLabel, flowsOf, hintMark, hintWord, hintsOf } from "../flows.js";
import { known, language, t } from "../i18n/i18n.js";
import { plain, show } from "../text.js";
import { evidence } from "./views.js";

const PROOFS_SHOWN = 6;
const FLOWS_SHOWN = 3;
const HINTS_SHOWN = 3;
const HINT_PROOFS_SHOWN = 4;

/** Where a flow is explained. */
const flowPage = ({ flow }) => `/flows/${encodeURIComponent(flow)}`;

/** @param at {call, open, toggle(name), go(key)} */
export function flowLine(at) {
  const { head, rest, told } = flowsOf(at.call);
  if (!head) return nothing;
  const shown = told.slice(0, FLOWS_SHOWN);
  const more = rest.length - shown.length;
  return html`<span class="drop flowline"><a class="badge head big" href=${flowPage(head)} title=${t("call.flows.explained")}>${flowLabel(head)}</a>
    <span class="proof">${confidenceBars(head.confidence)}<span class="wide-only not-phone"
      >${t("call.proven", { confidence: t(`confidence.${head.confidence}`) })}</span>${proofs(head.evidence, PROOFS_SHOWN, at)}</span>
    ${shown.length ? html`<span class="vr not-phone"></span><span class="others not-phone">${shown.map((kind) => other(kind, at))}</span>` : nothing}
    ${more > 0 || shown.length ? moreButton("flows", more, at) : nothing}
    ${at.open === "flows" ? flowsPanel([head, ...rest], at) : nothing}</span>`;
}

function proofs(numbers, most, at) {
  const shown = numbers.slice(0, most);
  return html`${shown.map((number) => evidence(number, at.go))}${
    numbers.length > most ? html`<span class="muted">+${numbers.length - most}</span>` : nothing
  }`;
}

/** "Hold 9–11": the way to its first message. */
const other = (kind, at) => {
  const [first, last] = [kind.evidence[0], kind.evidence.at(-1)];
  return html`<span title=${flowLabel(kind)}><span class="name">${flowLabel(kind)}</span> ${
    first === undefined
      ? nothing
      : html`<button class="ev" aria-label=${t("call.goto", { number: first })}
    @click=${() => at.go(String(first))}>${first === last ? first : `${first}–${last}`}</button>`
  }</span>`;
};

const moreButton = (name, count, at) =>
  html`<button class="linkish morefound" aria-expanded=${at.open === name} title=${t(`call.${name}.all`)} aria-label=${t(`call.${name}.all`)}
    @click=${() => at.toggle(name)}>${count > 0 ? `+${count}` : "…"}</button>`;

function flowsPanel(kinds, at) {
  return html`<div class="panel findings scroll" role="dialog" aria-label=${t("call.flows.all")}>${kinds.flatMap((kind) =>
    kind.found.map(
      (one) => html`<section><h3><a class="linkish" href=${flowPage(one)} title=${t("call.flows.explained")}>${flowLabel(one)}</a><span class="grow"></span>${confidenceBars(one.confidence)}<span
          class="muted">${t(`confidence.${one.confidence}`)}</span></h3>
        <p class="proof">${one.evidence.map((number) => evidence(number, at.go))}</p>
        ${values(Object.entries(one.roles ?? {}), "role")}${values(Object.entries(one.attributes ?? {}), "attribute")}</section>`,
    ),
  )}</div>`;
}

const values = (entries, kind) =>
  entries.length
    ? html`<dl class="found">${entries.map(
        ([name, value]) => html`<div><dt>${known(`${kind}.${name}`) ? t(`${kind}.${name}`) : show(name, { limit: 60 })}</dt>
      <dd>${show(value, { limit: 300 })}</dd></div>`,
      )}</dl>`
    : nothing;

export function hintLine(at) {
  const all = hintsOf(at.call);
  if (!all.length) return nothing;
  const shown = all.slice(0, HINTS_SHOWN);
  return html`<div class="line hintline drop" role="group" aria-label=${t("call.hints")}>
    ${shown.map((hint) => html`<span class="hintof" title=${plain(said(hint.meaning))}>${hintMark(hint, show(hintWord(hint)))}${proofs(hint.evidence, HINT_PROOFS_SHOWN, at)}</span>`)}
    ${moreButton("hints", all.length - shown.length, at)}
    ${at.open === "hints" ? hintsPanel(all, at) : nothing}</div>`;
}

const said = (words) => (words ? words[language()] : "");

const hintsPanel = (hints, at) =>
  html`<div class="panel findings scroll" role="dialog" aria-label=${t("call.hints.all")}>${hints.map(
    (hint) => html`<section><h3>${hintMark(hint, show(hintWord(hint)))}<span class="grow"></span>${
      hint.rfc ? html`<span class="muted">${hint.rfc}</span>` : nothing
    }</h3>
      ${hint.meaning ? html`<p>${show(said(hint.meaning))}</p><p>${show(said(hint.advice))}</p>` : nothing}
      <p class="proof">${hint.evidence.map((number) => evidence(number, at.go))}</p></section>`,
  )}</div>`;
