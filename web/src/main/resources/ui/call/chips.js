// What stands beside an arrow's name: small labels that give way in a fixed order and never shrink their type.
import { plain } from "../characters.js";
import { measure } from "./measure.js";
import { sdpForms } from "./sdp.js";
import { label, svg, titled } from "./svg.js";

const STYLE = { sdp: "mono", rep: "mono", warn: "chip", tag: "chip", linkc: "chip", plain: "chip", cmp: "chip" };
const GLYPH = 13;

export function chipWidth(text, kind, glyph = false) {
  return measure(STYLE[kind], text) + 10 + (glyph ? (text ? GLYPH : 5) : 0);
}

/** A chip whose middle is at `cy`; with a warning triangle before its text when `glyph` is set. */
export function chip(x, cy, text, kind, { title = "", glyph = false } = {}) {
  const width = chipWidth(text, kind, glyph);
  const group = svg("g", { class: `chip ${kind}` }, svg("rect", { x, y: cy - 7.5, width, height: 15, rx: 3 }));
  if (glyph)
    group.append(svg("path", { class: "warnglyph", d: `M${x + 9} ${cy - 4.5}l4.6 8.4h-9.2ZM${x + 9} ${cy - 1.5}v2.6M${x + 9} ${cy + 2.4}v.3` }));
  if (text) group.append(label("", x + 5 + (glyph ? GLYPH : 0), cy + 3.6, text));
  if (title) titled(group, title);
  return group;
}

/** What a message carries besides its name, most needed first. */
export function chipsOf(row, ctx) {
  const { message } = row;
  const { t, g, sdp } = ctx;
  const chips = [];
  const add = (kind, text, title, glyph) => chips.push({ kind, text, title, glyph });
  if (row.mark) {
    const { kind, there, changes } = row.mark;
    const title = changes.map(({ name }) => name).join(t("call.comma"));
    add("cmp", plain(t(`call.compare.mark.${kind}`, { label: there?.label ?? "", number: there?.message ?? 0 })), plain(title));
  }
  const sent = message.repeats.length + 1;
  if (row.repeat > 0) add("rep", `${row.repeat + 1}/${sent}`, t("call.sent.nth", { nth: row.repeat + 1, count: sent }));
  else if (sent > 1 && !ctx.repeats) add("rep", `×${sent}`, t("call.sent.times", { count: sent }));
  for (const mark of marksOf(message, t)) add("warn", g.small ? "" : mark.word, mark.title, true);
  if (row.lane.dialogs.length > 1 && message.dialog > 0) {
    add(
      "tag",
      t(g.small ? "call.chip.dialog.short" : "call.chip.dialog", { number: row.lane.dialogs.indexOf(message.dialog) + 1 }),
      dialogTitle(message, ctx),
    );
  }
  for (const link of ctx.replaced.get(row.key) ?? []) add("linkc", t("call.link.replaced", { number: link.cause.number }), link.reason);
  if (message.transport && message.transport !== ctx.transport)
    add("plain", message.transport, t("call.chip.transport", { transport: message.transport }));
  if (message.sdp && sdp === "brief") chips.push({ kind: "sdp", forms: sdpForms(message.sdp, t).map(plain), title: t("call.sdp.title") });
  return chips;
}

function dialogTitle(message, { call, t }) {
  const dialog = call.dialogs.find((d) => d.number === message.dialog);
  return t("call.chip.dialog.title", { number: message.dialog, tag: plain(dialog?.calleeTag ?? "") });
}

/** What is wrong with a message or with how it was seen: a word and a sentence each. */
export function marksOf(message, t) {
  const marks = [];
  if (message.stray) marks.push({ word: t("call.mark.stray"), title: t("call.mark.stray.title", { reason: plain(message.stray) }) });
  if (message.problems > 0)
    marks.push({ word: t("call.mark.problems", { count: message.problems }), title: t("call.mark.problems.title", { count: message.problems }) });
  if (message.truncated) marks.push({ word: t("call.mark.truncated"), title: t("call.mark.truncated.title") });
  if (message.gap) marks.push({ word: t("call.mark.gap"), title: t("call.mark.gap.title") });
  return marks;
}

/** Lays the chips out from `x`; each takes its longest form that ends before `limit`, or is left out. */
export const placeChips = (chips, x, cy, limit) => fitted(chips, x, limit).map((one) => chip(one.x, cy, one.form, one.kind, one));

/** Where the last of them ends; `x` when there is none. */
export function chipsEnd(chips, x, limit) {
  const last = fitted(chips, x, limit).at(-1);
  return last ? last.x + chipWidth(last.form, last.kind, last.glyph) : x;
}

function fitted(chips, from, limit) {
  const placed = [];
  let x = from;
  for (const { kind, text, forms, title, glyph } of chips) {
    const form = (forms ?? [text]).find((f) => x + chipWidth(f, kind, glyph) <= limit);
    if (form === undefined) continue;
    placed.push({ x, form, kind, title, glyph });
    x += chipWidth(form, kind, glyph) + 5;
  }
  return placed;
}
