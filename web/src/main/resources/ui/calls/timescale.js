// Time along a width: ticks at round times, buckets, a range that snaps to them. Pure.
const SECOND = 1000,
  MINUTE = 60 * SECOND,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500]
  .concat(
    [1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
    [1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  )
  .concat(
    [1, 2, 3, 6, 12].map((n) => n * HOUR),
    [1, 2, 7, 14, 30, 91, 365].map((n) => n * DAY),
  );

// The smallest round step that gives at most `most` steps in a span.
export const stepFor = (span, most) => STEPS.find((step) => span / step <= most) ?? STEPS.at(-1);

// Round times within [from, to]; `offset` (ms) is the reader's zone, so that days begin at midnight there.
export function ticks(from, to, most, offset = 0) {
  const step = stepFor(to - from, most),
    out = [];
  for (let at = Math.ceil((from + offset) / step) * step - offset; at <= to; at += step) out.push(at);
  return { step, at: out };
}

// How exactly a tick of this step is to be said.
export const exactness = (step) => (step < SECOND ? "ms" : step < MINUTE ? "s" : step < DAY ? "min" : "d");

// 120000 → { key: "step.min", n: 2 }
export function stepWords(ms) {
  const units = [
    ["d", DAY],
    ["h", HOUR],
    ["min", MINUTE],
    ["s", SECOND],
  ];
  const [unit, size] = units.find(([, of]) => ms >= of && ms % of === 0) ?? ["ms", 1];
  return { key: "step." + unit, n: ms / size };
}

// The histogram as the server gives it, with numbers for times.
export function scaleOf({ from, to, bucketMs, buckets }) {
  const start = Date.parse(from),
    step = Math.max(1, bucketMs);
  return { start, step, count: buckets.length, end: start + step * buckets.length, last: Math.max(Date.parse(to), start) };
}

// A position in [0, 1] as the nearest edge between buckets, 0 … count.
export const edgeAt = (scale, fraction) => Math.min(scale.count, Math.max(0, Math.round(fraction * scale.count)));

export const timeOf = (scale, edge) => scale.start + edge * scale.step;

// Where a time stands, as a (fractional) edge within the scale.
export const edgeOf = (scale, ms) => Math.min(scale.count, Math.max(0, (ms - scale.start) / scale.step));

// The chosen range as edges; what is not said is the end of the scale. Null when a time cannot be read.
export function chosen(scale, { after, before }) {
  if (!after && !before) return null;
  const from = after ? Date.parse(after) : scale.start,
    to = before ? Date.parse(before) : scale.end;
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  return { from: edgeOf(scale, from), to: edgeOf(scale, to) };
}

// Moves a whole range so that it stays inside.
export function shifted(scale, { from, to }, by) {
  const step = Math.min(scale.count - to, Math.max(-from, by));
  return { from: from + step, to: to + step };
}
