import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, edgeAt, exactness, scaleOf, shifted, stepFor, stepWords, ticks, timeOf } from "../../main/resources/ui/calls/timescale.js";

const NINE = Date.UTC(2026, 10, 22, 9),
  MINUTE = 60_000;
const scale = scaleOf({
  from: "2026-11-22T09:00:00.000000000Z",
  to: "2026-11-22T11:59:59.999000000Z",
  bucketMs: 2 * MINUTE,
  buckets: new Array(90),
});

test("knows its ends", () => {
  assert.equal(scale.start, NINE);
  assert.equal(scale.end, NINE + 180 * MINUTE);
});

test("puts ticks at round times", () => {
  assert.deepEqual(
    ticks(NINE, NINE + 180 * MINUTE, 7).at.map((at) => (at - NINE) / MINUTE),
    [0, 30, 60, 90, 120, 150, 180],
  );
});

test("begins days at midnight of the reader", () => {
  const zone = 8 * 60 * MINUTE,
    day = 1440 * MINUTE;
  const { at } = ticks(NINE, NINE + 5 * day, 7, zone);
  assert.equal((at[0] + zone) % day, 0);
});

test("chooses a step and how exactly to say it", () => {
  assert.equal(stepFor(180 * MINUTE, 7), 30 * MINUTE);
  assert.deepEqual([50, 5000, MINUTE, 86_400_000].map(exactness), ["ms", "s", "min", "d"]);
  assert.deepEqual(stepWords(2 * MINUTE), { key: "step.min", n: 2 });
  assert.deepEqual(stepWords(1500), { key: "step.ms", n: 1500 });
});

test("snaps to the edges of buckets", () => {
  assert.equal(timeOf(scale, edgeAt(scale, 0.502)), NINE + 90 * MINUTE);
  assert.equal(edgeAt(scale, -1), 0);
  assert.equal(edgeAt(scale, 9), 90);
});

test("reads the chosen range, open at either side", () => {
  assert.deepEqual(chosen(scale, { after: "2026-11-22T10:30:00Z", before: "2026-11-22T11:00:00Z" }), { from: 45, to: 60 });
  assert.deepEqual(chosen(scale, { after: null, before: "2026-11-22T11:00:00Z" }), { from: 0, to: 60 });
  assert.equal(chosen(scale, { after: null, before: null }), null);
  assert.equal(chosen(scale, { after: "soon", before: null }), null);
});

test("moves a range without pushing it out", () => {
  assert.deepEqual(shifted(scale, { from: 45, to: 60 }, 100), { from: 75, to: 90 });
  assert.deepEqual(shifted(scale, { from: 45, to: 60 }, -100), { from: 0, to: 15 });
});
