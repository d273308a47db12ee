// Where things are: column positions for a width, and the height of every row. Numbers only.

const GAP_ROW = 20;
const FOLD_ROW = 26;
const BAR_ROW = 30;
const SDP_LINE = 15;

/** Columns for a pane: three densities, and a least distance below which the ladder scrolls sideways. */
export function geometry(paneWidth, columns, rowHeight, digits = 2) {
  const pane = Math.max(paneWidth, 300);
  const small = pane < 480;
  const mid = pane < 700;
  const wider = Math.max(digits - 3, 0) * 7;
  const gutter = (small ? 54 : 118) + wider;
  const left = gutter + (small ? 26 : 34);
  const right = small ? 34 : mid ? 64 : 100;
  const least = small ? 66 : 112;
  const gaps = Math.max(columns - 1, 1);
  const step = Math.max((pane - left - right) / gaps, least);
  const width = Math.max(pane, left + right + least * (columns - 1));
  const x = Array.from({ length: columns }, (_, i) => Math.round(left + (columns === 1 ? 0.5 : i) * step) + 0.5);
  return {
    small,
    mid,
    width,
    pane,
    sideways: width > pane,
    gutter,
    step,
    x,
    rowHeight,
    numberX: (small ? 24 : 30) + wider,
    timeX: (small ? 29 : 44) + wider,
  };
}

/** Full SDP puts one line a medium under the arrow; everything else has one height. */
function heightOf(row, rowHeight, sdp) {
  if (row.kind === "gap") return GAP_ROW;
  if (row.kind === "fold") return FOLD_ROW;
  if (row.kind === "bar") return BAR_ROW;
  return rowHeight + (sdp === "full" && row.message.sdp ? row.message.sdp.media.length * SDP_LINE + 3 : 0);
}

/** The top of every row and of the end: `tops[i]` … `tops[i + 1]`. */
export function tops(rows, rowHeight, sdp, start = 6) {
  const y = new Float64Array(rows.length + 1);
  y[0] = start;
  for (let i = 0; i < rows.length; i++) y[i + 1] = y[i] + heightOf(rows[i], rowHeight, sdp);
  return y;
}

/** The row at a height; the first or last one beyond the ends. */
export function rowAt(y, at) {
  let low = 0;
  let high = y.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (y[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** Height of the arrow within its row. */
export const arrowAt = (top, rowHeight) => top + Math.round(rowHeight * 0.72) + 0.5;

/** Where to scroll so that a row is seen, or the present place when it is: nothing moves without need. `jump`: it was not a step. */
export function reveal({ scroll, height, top, bottom, jump = false }) {
  const margin = Math.min(36, height / 4);
  if (top >= scroll + margin && bottom <= scroll + height - margin) return scroll;
  if (jump || top < scroll - height || bottom > scroll + 2 * height) return Math.max(top - height * 0.56, 0);
  return Math.max(top < scroll + margin ? top - margin : bottom - height + margin, 0);
}

/** The longest piece of a text that fits, with an ellipsis; "" when not even that does. */
export function fit(text, width, measure, keepEnd = false) {
  if (measure(text) <= width) return text;
  let low = 0;
  let high = text.length;
  const piece = (n) => (keepEnd ? "…" + text.slice(text.length - n) : text.slice(0, n).trimEnd() + "…");
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(piece(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : piece(low);
}
