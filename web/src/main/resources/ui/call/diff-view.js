// Two messages beside each other, header by header: what is the same is quiet, what differs is marked where it differs.
import { html, nothing } from "lit";
import { t } from "../i18n/i18n.js";
import { pieces, show } from "../text.js";
import { difference } from "./wire.js";

/** @param a,b rows of the ladder; `all` also shows what is the same */
export function diffView({ lines, a, b, all, choose }) {
  const same = lines.filter((line) => line.kind === "same").length;
  return html`<div class="diff">
    <div class="diffbar"><span class="seg" role="group" aria-label=${t("call.diff.which")}>
      <button aria-pressed=${!all} @click=${() => choose(false)}>${t("call.diff.changes", { count: lines.length - same })}</button>
      <button aria-pressed=${all} @click=${() => choose(true)}>${t("call.diff.all", { count: lines.length })}</button></span></div>
    ${lines.length === same && !all ? html`<p class="quietline">${t("call.diff.none")}</p>` : nothing}
    <dl>${lines.filter((line) => all || line.kind !== "same").map((line) => diffLine(line, a, b))}</dl></div>`;
}

function diffLine(line, a, b) {
  const side = (row, text) =>
    html`<dd><span class="num leg-${row.lane.slot}" aria-label=${t("call.goto", { number: row.message.number })}>${row.message.number}</span><span
      class="v">${text}</span></dd>`;
  const [one, two] = line.kind === "changed" ? changed(line.a ?? "", line.b ?? "") : [show(line.a), show(line.b)];
  return html`<div class=${line.kind}><dt>${show(line.name, { limit: 80 })}</dt>${
    line.kind === "same"
      ? html`<dd><span class="v">${one}</span></dd>`
      : html`${line.kind === "only-b" ? nothing : side(a, one)}${line.kind === "only-a" ? nothing : side(b, two)}`
  }</div>`;
}

function changed(a, b) {
  const { start, end } = difference(a, b);
  const mark = (text) =>
    html`${pieces(text.slice(0, start))}<mark>${pieces(text.slice(start, text.length - end))}</mark>${pieces(text.slice(text.length - end))}`;
  return [mark(a), mark(b)];
}
