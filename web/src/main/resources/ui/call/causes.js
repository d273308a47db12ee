// Where the words of a curve stand that says why one message led to another: in a row between the two in which nothing is drawn there.
import { plain } from "../characters.js";
import { chipWidth } from "./chips.js";
import { drawnOver } from "./draw.js";

const FARTHEST = 60;
const APART = 6;

/** How far a curve goes from its column. */
export const bulgeOf = (g) => (g.small ? 30 : 46);

/** Link to {left, cy, text}; a link whose words would stand on an arrow, a bar or other words has none. */
export function causesOf(model, y, ctx) {
  const causes = new Map();
  const taken = new Map();
  const over = (i) => [drawnOver(model.rows[i], ctx), ...(taken.get(i) ?? [])].filter(Boolean);
  for (const link of model.links) {
    if (link.kind === "replaces") continue;
    for (const text of wordings(link, ctx)) {
      const width = chipWidth(text, "linkc");
      const found = place(link, width, sides(link, width, ctx.g), over);
      if (!found) continue;
      const { row, left } = found;
      causes.set(link, { left, cy: (y[row] + Math.min(y[row + 1], y[row] + ctx.g.rowHeight)) / 2, text });
      taken.set(row, [...(taken.get(row) ?? []), [left, left + width]]);
      break;
    }
  }
  return causes;
}

const wordings = (link, { g, t }) => [
  ...(g.small ? [] : [t("call.link.because", { label: plain(link.cause.label), number: link.cause.number })]),
  plain(`${link.cause.label} ${link.cause.number}`),
];

/** Beside the curve, or else on the other side of its column. */
const sides = (link, width, g) =>
  [g.x[link.column] + bulgeOf(g) - 6, g.x[link.column] - 8 - width].filter((left) => left >= g.gutter + 4 && left + width <= g.width - 4);

/** The row nearest to the middle of the curve, and where in it; `over(i)` are the pieces [from, to] that are drawn on in a row. */
export function place({ fromRow, toRow }, width, lefts, over) {
  const middle = Math.floor((fromRow + toRow) / 2);
  const free = (row, left) => over(row).every(([from, to]) => left + width + APART <= from || to + APART <= left);
  for (const left of lefts) {
    for (let away = 0; away <= FARTHEST; away++) {
      for (const row of away ? [middle - away, middle + away] : [middle]) {
        if (row > fromRow && row < toRow && free(row, left)) return { row, left };
      }
    }
  }
  return null;
}
