// One row of the ladder as SVG: a message with its arrow, or time left out.
import { head, plain } from "../characters.js";
import { clock, grouped } from "../format.js";
import { chipsEnd, chipsOf, marksOf, placeChips } from "./chips.js";
import { arrowAt, fit } from "./geometry.js";
import { measure } from "./measure.js";
import { sdpForms, sdpLines } from "./sdp.js";
import { label, legShape, svg, titled } from "./svg.js";

/** @returns {{under: SVGElement, over: SVGElement}} the row's ground and what is drawn above the lifelines */
export function drawMessage(row, top, height, ctx) {
  const { g } = ctx;
  const { message, lane } = row;
  const mark = row.mark ? ` cmp-${row.mark.kind}${row.mark.first ? " cmp-first" : ""}` : "";
  const cls = `row leg-${lane.slot}${message.request ? "" : " res"}${row.repeat ? " again" : ""}${mark}`;
  const ground = { x: 0, y: top, width: g.width, height };
  const under = svg("g", { class: cls, "data-key": row.key }, svg("rect", { class: "hit", ...ground }));
  const over = svg("g", { class: cls, "data-key": row.key, id: `row-${row.key}`, role: "listitem", "aria-label": spoken(row, ctx) });
  const picture = svg("g", { "aria-hidden": "true" }, svg("rect", { class: "over", ...ground }));
  const digits = 6.7 * String(message.number).length;
  picture.append(
    ...arrow(row, top, ctx),
    ...words(row, top, ctx),
    gutter(
      top,
      height,
      g,
      svg("rect", { class: "selbar", ...ground, width: 3 }),
      svg("rect", { class: "markbox", x: g.numberX - 5 - digits, y: top + 6, width: 8 + digits, height: 17, rx: 3 }),
      label("num", g.numberX, top + 18, String(message.number)),
      ...(row.kind === "ghost" ? [] : times(row, top, ctx)),
    ),
  );
  over.append(picture);
  return { under, over };
}

/** Instead of a row's top: the gutter of the head, which is narrower. */
export const HEAD = -1;

/** Number and time stay in sight when the ladder is scrolled sideways: the ladder moves this group along. */
export function gutter(top, height, g, ...children) {
  const width = top === HEAD ? g.timeX + (g.small ? 26 : 54) : g.gutter + (g.small ? 0 : 8);
  return svg(
    "g",
    { class: "gutter" },
    g.sideways ? svg("rect", { class: "gutterground", x: 0, y: Math.max(top, 0), width, height }) : null,
    ...children,
  );
}

function times(row, top, { g, t, time }) {
  const delta = row.deltaMs === null ? null : row.deltaMs;
  if (g.small) {
    const text = time === "rel" ? (row.offsetMs / 1000).toFixed(1) : delta === null || delta >= 1000 ? "" : `+${Math.round(delta)}`;
    return [label("delta", g.timeX, top + 18, text)];
  }
  const seconds = delta === null ? "0.000" : `${delta < 0 ? "−" : "+"}${(Math.abs(delta) / 1000).toFixed(3)}`;
  if (time === "rel") return [label("abs", g.timeX, top + 18, `${(row.offsetMs / 1000).toFixed(3)} s`)];
  if (time === "delta") return [label("abs", g.timeX, top + 18, seconds)];
  const at = row.repeat === 0 ? clock(row.message.time) : clock(laterThan(row.message.time, row.offsetMs - row.message.offsetMs));
  return [titled(label("abs", g.timeX, top + 13, at), row.message.time), label("delta", g.timeX, top + 25, seconds)];
}

/** The wall time of a repeat, which the API gives as an offset only. */
const laterThan = (time, ms) => new Date(Date.parse(time) + ms).toISOString();

function arrow(row, top, { g }) {
  const y = arrowAt(top, g.rowHeight);
  const [a, b] = [g.x[row.from], g.x[row.to]];
  const open = !row.message.request;
  const tail = legShape(row.lane.slot || 1, a, y, 3.2);
  if (row.from === row.to) {
    const d = `M${a} ${y - 9}h20a4.5 4.5 0 0 1 0 9H${a + (open ? 2 : 6)}`;
    return [svg("path", { class: "shaft", d }), tip(a + 1, y, -1, open), legShape(row.lane.slot || 1, a, y - 9, 3.2)];
  }
  const way = b > a ? 1 : -1;
  const end = b - way;
  return [svg("path", { class: "shaft", d: `M${a} ${y}H${end - way * (open ? 0 : 5)}` }), tip(end, y, way, open), tail];
}

const tip = (x, y, way, open) =>
  svg("path", {
    class: "tip",
    d: open ? `M${x - way * 6} ${y - 4}L${x} ${y}L${x - way * 6} ${y + 4}` : `M${x} ${y}L${x - way * 6.5} ${y - 3.6}V${y + 3.6}Z`,
  });

/** Where the words of a message begin, how far they may go, and its name as far as it fits. */
function room(row, { g, limits }) {
  const { message } = row;
  const self = row.from === row.to;
  const x = Math.min(g.x[row.from], g.x[row.to]) + (self ? 32 : 10);
  const [column, curve] = limits.get(row.key) ?? [];
  const limit = curve !== undefined && x < g.x[column] ? curve : g.width - 4;
  const style = message.request ? "request" : "response";
  const name = nameFor(message, style, self ? limit - x : Math.abs(g.x[row.to] - g.x[row.from]) - 14, limit - x, g.small);
  return { x, limit, name, behind: x + measure(style, name) + 7 };
}

/** From where to where a row is drawn on, its words included; null when on nothing but the lifelines. */
export function drawnOver(row, ctx) {
  const { g } = ctx;
  if (row.kind === "gap") return null;
  if (row.kind === "fold") return [g.x[0], g.width];
  const [a, b] = [Math.min(g.x[row.from], g.x[row.to]), Math.max(g.x[row.from], g.x[row.to])];
  if (row.kind === "bar") return [a, Math.max(b, a + 34)];
  const { x, limit, behind } = room(row, ctx);
  const words = chipsEnd(chipsOf(row, ctx), behind, limit);
  const lines = ctx.sdp === "full" && row.message.sdp ? limit : 0;
  return [a - 6, Math.max(b + 6, row.from === row.to ? a + 28 : 0, words, lines, x)];
}

/** The name and what the message carries, on one line above the arrow; full SDP below it. */
function words(row, top, ctx) {
  const { g, t, sdp } = ctx;
  const { message } = row;
  const y = arrowAt(top, g.rowHeight) - (row.from === row.to ? 2 : 7);
  const { x, limit, name, behind } = room(row, ctx);
  const nodes = [label("what", x, y, name)];
  nodes.push(...placeChips(chipsOf(row, ctx), behind, y - 4, limit));
  if (sdp === "full" && message.sdp) {
    sdpLines(message.sdp, t).forEach((line, i) => {
      const text = plain(head(line, 300).text);
      nodes.push(
        titled(
          label(
            "sdpline",
            x,
            y + 22 + i * 15,
            fit(text, limit - x, (s) => measure("mono", s)),
          ),
          text,
        ),
      );
    });
  }
  return nodes;
}

/** On a narrow screen "180 Ringing" is "180" when its arrow is shorter than its name. */
function nameFor(message, style, span, most, small) {
  const full = plain(head(message.label, 200).text);
  const width = (text) => measure(style, text);
  if (small && !message.request && width(full) > span) return String(message.status);
  return fit(full, most, width) || String(message.status || message.method);
}

/** "24. bob to carol: INVITE, SDP PCMA · 10.0.0.12:4012, sent 3 times" */
export function spoken(row, { t, call, model }) {
  const { message } = row;
  const name = (column) => plain(model.columns[column]?.name ?? "?");
  const parts = [plain(head(message.label, 200).text)];
  if (row.mark) parts.push(t(`call.compare.mark.${row.mark.kind}`, { label: plain(row.mark.there?.label ?? ""), number: row.mark.there?.message ?? 0 }));
  if (message.sdp) parts.push(`SDP ${plain(sdpForms(message.sdp, t)[0])}`);
  if (row.repeat > 0) parts.push(t("call.sent.nth", { nth: row.repeat + 1, count: message.repeats.length + 1 }));
  else if (message.repeats.length) parts.push(t("call.sent.times", { count: message.repeats.length + 1 }));
  if (message.forwardOf > 0) parts.push(t("call.forward", { number: message.forwardOf }));
  if (call.legs.length > 1) parts.push(t("call.leg", { number: message.leg }));
  parts.push(...marksOf(message, t).map((mark) => mark.title));
  return t("call.spoken", { number: message.number, from: name(row.from), to: name(row.to), what: parts.join(t("call.comma")) });
}

export function drawGap(row, top, height, { g }) {
  const lines = g.x.flatMap((x) => [
    svg("rect", { class: "gapmask", x: x - 3, y: top + 2, width: 6, height: height - 3 }),
    svg("line", { class: "gapline", x1: x, x2: x, y1: top + 3, y2: top + height }),
  ]);
  const left = row.ms < 100_000 ? `${(row.ms / 1000).toFixed(1)} s` : longTime(row.ms);
  return {
    under: svg("g", { class: "gap" }, ...lines),
    over: svg("g", { class: "gap", "aria-hidden": "true" }, gutter(top, height, g, label("gaptext", g.small ? 10 : g.timeX, top + 14, `⋮ ${left}`))),
  };
}

/** A run of keep-alives in one row; a press shows each. */
export function drawFold(row, top, height, { g, t }) {
  const text = t("call.fold", { count: grouped(row.count), method: row.first.method, first: row.first.number, last: row.last.number });
  const cy = top + height / 2;
  const width = measure("chip", text) + 20;
  const x = g.x[0] + 10;
  const lines = g.x.flatMap((at) => [
    svg("rect", { class: "gapmask", x: at - 3, y: top + 1, width: 6, height: height - 2 }),
    svg("line", { class: "gapline", x1: at, x2: at, y1: top + 1, y2: top + height }),
  ]);
  const over = svg(
    "g",
    { class: "fold", "data-fold": row.key, role: "listitem", "aria-label": text },
    svg("rect", { x, y: cy - 9, width, height: 18, rx: 9 }),
    label("", x + 10, cy + 4, text),
  );
  return { under: svg("g", { class: "gap" }, ...lines), over: titled(over, t("call.fold.title")) };
}

function longTime(ms) {
  const seconds = Math.round(ms / 1000);
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:${two(Math.floor(seconds / 60) % 60)}` : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
