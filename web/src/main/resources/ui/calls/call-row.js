// One call as a row of cells, or as a card of two lines where the page is narrow.
import { html } from "lit";
import { clock, grouped, monthDay, talk, wait } from "../format.js";
import { confidenceBars, flowLabel, flowWord, flowsOf, hintMark, hintWord, hintsOf } from "../flows.js";
import { known, t } from "../i18n/i18n.js";
import { icon, outcome } from "../icons.js";
import { talkOf } from "../sources/capture-clock.js";
import { plain, show } from "../text.js";
import { highlight } from "./query.js";

const NAME = 120; // characters of a name that can matter in a cell

const word = (prefix, slug) => (known(`${prefix}.${slug}`) ? t(`${prefix}.${slug}`) : slug);
const outcomeOf = (call, options) => (call.outcome ? outcome(call.outcome, word("outcome", call.outcome), options) : null);

const number = (value, runs) =>
  html`<b>${highlight(value, runs).map((piece) => (piece.hit ? html`<mark>${show(piece.text)}</mark>` : show(piece.text, { limit: NAME })))}</b>`;

// A name that only repeats the number says nothing.
const name = (value, number) => (value && value !== number ? show(value, { cls: "nm", limit: NAME }) : null);

const noted = ({ note }) => {
  const words = note && t("calls.noted", { note: plain(note) });
  return note ? html`<span class="noted" role="img" title=${words} aria-label=${words}>${icon("memo")}</span>` : null;
};

// A registration or a scan has one party: what it is stands where the callee would.
export function party(call, runs) {
  const alone = call.kind !== "call" && call.callee === call.caller;
  const second = alone ? "" : call.callee || call.calleeName;
  const whole = [call.caller, call.callerName, second && "→", second && call.callee, second && call.calleeName].filter((text, i, all) => text && text !== all[i - 1])
    .map(plain).join(" ");
  return html`<span class="party" title=${whole}>${call.caller ? number(call.caller, runs) : null}${name(call.callerName, call.caller)}
    ${second ? html`<span class="arr" role="img" aria-label=${t("calls.calls")}>→</span>` : null}
    ${second && call.callee ? number(call.callee, runs) : null}${second ? name(call.calleeName, call.callee) : null}
    ${call.kind === "call" ? null : html`<span class="nm">${word("kind", call.kind)}</span>`}${noted(call)}</span>`;
}

function flows(call, shown) {
  const { head, told } = flowsOf(call);
  if (!head) return null;
  const rest = told.map(({ flow }) => flowWord(flow)),
    hidden = rest.slice(Math.max(shown, 0));
  return html`<div class="flows"><span class="badge head" title=${flowLabel(head)}>${confidenceBars(head.confidence)}<span>${flowLabel(head)}</span></span>
    ${rest.slice(0, Math.max(shown, 0)).map((one) => html`<span class="badge plain" title=${one}>${one}</span>`)}
    ${hidden.length && shown >= 0 ? html`<span class="badge plain rest" title=${hidden.join(", ")}>+${hidden.length}</span>` : null}</div>`;
}

function hint(call) {
  const [first, ...more] = hintsOf(call);
  if (!first) return null;
  const title = [first, ...more].map((one) => plain(hintWord(one))).join(", ");
  return html`<span title=${title}>${hintMark(first, html`<span class="word">${show(hintWord(first))}</span>${more.length ? html`<span> +${more.length}</span>` : null}`)}</span>`;
}

const CELLS = {
  start: (call, { days }) => {
    const day = days ? html`<span class="day">${monthDay(call.start)} </span>` : null;
    return html`${day}${clock(call.start, 0)}<span class="ms">${clock(call.start).slice(8)}</span>`;
  },
  party: (call, { runs }) => party(call, runs),
  flow: (call, { wide }) => flows(call, wide ? 2 : 0),
  outcome: (call) => outcomeOf(call),
  pdd: (call) => wait(call.postDialDelayMs, 2),
  ring: (call) => wait(call.ringMs, 1),
  talk: (call) => talk(talkOf(call)),
  messages: (call) => grouped(call.messages),
  hints: (call) => hint(call),
};

const TITLES = {
  start: (call) => call.start,
  pdd: (call) => (call.postDialDelayMs === null ? "" : `${call.postDialDelayMs} ms`),
  ring: (call) => (call.ringMs === null ? "" : `${call.ringMs} ms`),
  talk: (call) => (call.talkMs === null ? "" : `${call.talkMs} ms`),
};

function cell(column, call, look) {
  const cls = `${column.num ? "num" : ""} ${column.only ?? ""} ${column.key === "start" ? "time" : ""}`;
  return html`<td role="gridcell" class=${cls} title=${TITLES[column.key]?.(call) ?? ""}>${CELLS[column.key](call, look)}</td>`;
}

function card(call, look) {
  const rest = [talk(talkOf(call)), grouped(call.messages)].filter(Boolean).join(" · ");
  return html`<td role="gridcell" class="rowcard">${party(call, look.runs)}
    <span class="r">${look.days ? monthDay(call.start) + " " : null}${clock(call.start, 0)}</span>
    <span class="meta">${call.flows?.length ? flows(call, -1) : outcomeOf(call)}${hint(call)}</span>
    <span class="r">${call.flows?.length ? outcomeOf(call, { wordless: true }) : null}${rest}</span></td>`;
}

// look: { columns, runs, days, wide, narrow }; a call that is not here yet keeps its place as an empty row.
export function row(call, index, selected, look) {
  const cells = call ? (look.narrow ? card(call, look) : look.columns.map((column) => cell(column, call, look))) : blank(look);
  return html`<tr role="row" id="row-${index}" data-index=${index} aria-rowindex=${index + 2} aria-selected=${selected}>${cells}</tr>`;
}

const blank = ({ narrow, columns }) =>
  narrow ? html`<td class="rowcard"></td>` : html`<td class="time muted" colspan=${columns.length}>…</td>`;
