// What stands around the panes of a call: the last line, the tabs of a narrow screen, and the sentences for nothing to show.
import { html, nothing } from "lit";
import { grouped } from "../format.js";
import { known, t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { plain } from "../text.js";

const HINTS = [
  [["j", "k"], "call.hint.message"],
  [["F6"], "call.tab.raw.short"],
  [["Space"], "call.hint.mark"],
  [["Esc"], "call.hint.back"],
  [["?"], "keys.keys"],
];

export const hints = () => HINTS.map(([keys, word]) => ({ keys, word: t(word) }));

/** "34 messages, 2 retransmissions, 3 dialogs, joined by REFER and Replaces" */
export function facts(call, marks) {
  const repeats = call.messages.reduce((sum, m) => sum + m.repeats.length, 0);
  const links = call.legs.flatMap((leg) => (leg.link && known(`call.link.${leg.link.kind}`) ? [t(`call.link.${leg.link.kind}`)] : []));
  const kinds = [...new Set(links)].join(t("call.and"));
  const dialogs = call.dialogs.length;
  return [
    { n: grouped(call.messages.length), word: t("foot.messages", { n: call.messages.length }) },
    ...(repeats ? [{ n: grouped(repeats), word: t("call.foot.repeats", { n: repeats }) }] : []),
    ...(dialogs ? [{ n: String(dialogs), word: t(kinds ? "call.foot.joined" : "call.foot.dialogs", { n: dialogs, kinds }) }] : []),
    ...(marks.length ? [{ n: marks[0], word: t("call.foot.marked"), warn: true }] : []),
  ];
}

export const paneTabs = (panes, chosen, choose, words = "call") =>
  html`<nav class="phonetabs" role="tablist" aria-label=${t(`${words}.panes`)} data-count=${panes.length}>${panes.map(
    (pane) => html`<button role="tab" aria-selected=${pane === chosen} @click=${() => choose(pane)}>${t(`${words}.${pane}`)}</button>`,
  )}</nav>`;

/** Where the story and the message share a place: which of them is seen. */
export const sharedTabs = (chosen, choose) =>
  html`<span class="seg mid-only not-phone" role="tablist" aria-label=${t("call.panes")}>${["story", "message"].map(
    (pane) => html`<button role="tab" aria-selected=${pane === chosen} @click=${() => choose(pane)}>${t(`call.${pane}`)}</button>`,
  )}</span>`;

export const waiting = (slow) =>
  html`<div class="callwait" aria-busy="true">${slow ? html`<div class="waitbar" role="progressbar" aria-label=${t("call.loading")}></div>` : nothing}</div>`;

export const nothingShown = (filter, drop) => html`<div class="nothing"><p>${t("call.filter.none", { filter: plain(filter) })}</p>
  <button class="btn" @click=${drop}>${t("call.filter.drop")}</button></div>`;

/** A call that is not there, a server that does not answer, or what it said. */
export function failed(problem, again) {
  const gone = problem.status === 404;
  const said = gone
    ? t("call.gone")
    : problem.type === "offline"
      ? t("call.offline")
      : t("call.failed", { what: problem.detail || problem.title || problem.message });
  return html`<main class="blank">${icon("warning")}<p>${said}</p><p class="actions">${
    gone
      ? nothing
      : html`<button class="btn"
    @click=${again}>${t("call.retry")}</button>`
  }
    <a class="btn" href="/">${t("app.toCalls")}</a></p></main>`;
}
