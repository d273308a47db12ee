// Media between two columns, periods of hold, and the dotted curves that say why one message led to another.
import { plain } from "../characters.js";
import { grouped } from "../format.js";
import { bulgeOf } from "./causes.js";
import { chip } from "./chips.js";
import { gutter } from "./draw.js";
import { arrowAt } from "./geometry.js";
import { measure } from "./measure.js";
import { label, svg, titled } from "./svg.js";

/** A bar as from the message before it: heads show the direction, the text its length, RTP is said where it was counted. */
export function drawBar(row, top, height, ctx) {
  const { g } = ctx;
  const { bar } = row;
  const [a, b] = [g.x[Math.min(row.from, row.to)], g.x[Math.max(row.from, row.to)]];
  const cy = top + height / 2 + 0.5;
  const ways = row.from <= row.to ? bar.directions : ({ forward: "backward", backward: "forward" }[bar.directions] ?? bar.directions);
  const group = svg("g", { class: `leg-${row.lane.slot} media ${bar.kind}`, role: "listitem" });
  const width = Math.max(b - a - 10, 24);
  group.append(svg("rect", { x: a + 5, y: cy - 9, width, height: 18, rx: 3 }));
  if (ways === "both" || ways === "backward") group.append(svg("path", { d: `M${a + 2} ${cy}l8 -4.5v9Z` }));
  if (ways === "both" || ways === "forward") group.append(svg("path", { d: `M${a + width + 8} ${cy}l-8 -4.5v9Z` }));
  const forms = barForms(row, ctx);
  const form = forms.find((text) => measure("chip", text) <= width - 20) ?? forms.at(-1);
  const text = label("", a + 5 + width / 2, cy + 4, form);
  if (measure("chip", form) > width - 4) text.setAttribute("class", "wide");
  group.append(text);
  group.setAttribute("aria-label", forms[0]);
  if (g.sideways) group.append(gutter(top, height, g));
  return { over: titled(group, forms[0]) };
}

function barForms(row, { t, model, call }) {
  const { bar } = row;
  const name = (column) => plain(model.columns[column]?.name ?? "?");
  const [from, to] = [name(row.from), name(row.to)];
  const ongoing = bar.endMs === null || bar.endMs === undefined;
  const length = ongoing ? "" : lengthOf(bar.endMs - bar.startMs);
  const short = t(`call.bar.${bar.kind}`, { length }).trim();
  const counted = bar.rtp && call.media?.length > 0; // a capture of signalling alone proves nothing about media
  const rtp = counted ? t("call.bar.rtp", { forward: grouped(bar.rtp.forward), backward: grouped(bar.rtp.backward), from, to }) : "";
  const codec = bar.codec ?? "";
  if (bar.kind === "hold") {
    const long =
      {
        forward: t("call.bar.held", { length, held: to, from, to }),
        backward: t("call.bar.held", { length, held: from, from: to, to: from }),
        none: t("call.bar.held.both", { length }),
      }[bar.directions] ?? short;
    return [...(rtp ? [`${long} · ${rtp}`] : []), long, short];
  }
  const way = t(`call.bar.${bar.directions}`, { from, to });
  const media = codec ? t("call.bar.media", { codec, way }) : way;
  return [...(rtp ? [`${short} · ${media} · ${rtp}`] : []), `${short} · ${media}`, ...(codec ? [`${short} · ${codec}`] : []), short];
}

const lengthOf = (ms) =>
  ms < 100_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

export function drawHold(hold, y, { g }) {
  const top = arrowAt(y[hold.fromRow], g.rowHeight);
  const band = { x: g.x[hold.from], y: top, width: g.x[hold.to] - g.x[hold.from], height: Math.max(arrowAt(y[hold.toRow], g.rowHeight) - top, 0) };
  return svg("g", {}, svg("rect", { class: "holdband", ...band }), svg("rect", { class: "holdhatch", fill: "url(#hold-hatch)", ...band }));
}

/** From the message that caused to the one that followed, beside the column both touch: a curve under the rows, a chip where nothing is drawn. */
export function drawLink(link, y, model, { g, causes }) {
  const x = g.x[link.column];
  const effect = model.rows[link.toRow];
  const from = arrowAt(y[link.fromRow], g.rowHeight);
  const at = arrowAt(y[link.toRow], g.rowHeight);
  const overName = Math.min(effect.from, effect.to) === link.column && effect.from !== effect.to;
  const bulge = bulgeOf(g);
  const group = svg("g", { class: "because", "aria-hidden": "true" });
  if (overName) {
    const end = at - 23;
    group.append(
      svg("path", { class: "link", d: `M${x + 5} ${from}C${x + bulge} ${from + 4} ${x + bulge} ${end - 7} ${x + 5} ${end}` }),
      svg("path", { class: "linktip", d: `M${x + 9.5} ${end - 5.5}L${x + 4} ${end}L${x + 11} ${end + 2.5}` }),
    );
  } else {
    group.append(
      svg("path", { class: "link", d: `M${x + 5} ${from}C${x + bulge + 4} ${from + 8} ${x + bulge + 4} ${at - 10} ${x + 7} ${at - 1}` }),
      svg("path", { class: "linktip", d: `M${x + 13} ${at - 6.5}L${x + 6} ${at - 1}L${x + 13.5} ${at + 1.5}` }),
    );
  }
  const said = causes.get(link);
  return { under: group, over: said ? chip(said.left, said.cy, said.text, "linkc") : null };
}
