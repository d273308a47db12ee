import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, Viewport } from "../../main/resources/ui/calls/viewport.js";

function viewport(total, height = 640) {
  const view = new Viewport();
  view.size(total, 32, height);
  return view;
}

const filled = (view) => {
  const { first, last, above, below } = view.rows();
  return above + (last - first) * 32 + below;
};

test("draws what is seen and a few rows more", () => {
  const view = viewport(1000);
  view.scrolled(3200);
  assert.deepEqual(view.seen, { first: 100, last: 120 });
  assert.deepEqual(view.rows(8), { first: 92, last: 129, above: 2944, below: 32000 - 2944 - 37 * 32 });
});

test("is as tall as its rows until browsers could not show it", () => {
  assert.equal(viewport(1000).tall, 32_000);
  assert.equal(viewport(1_000_000).tall, LIMIT);
});

test("reaches both ends of a million rows", () => {
  const view = viewport(1_000_000);
  view.scrolled(LIMIT - 640);
  assert.equal(view.seen.last, 1_000_000);
  assert.equal(view.rows().last, 1_000_000);
  view.scrolled(0);
  assert.equal(view.seen.first, 0);
});

test("moves one to one by small steps and proportionally by a jump", () => {
  const view = viewport(1_000_000);
  view.scrolled(LIMIT / 2);
  const middle = view.seen.first;
  assert.ok(Math.abs(middle - 500_000) < 100);
  view.scrolled(LIMIT / 2 + 320);
  assert.equal(view.seen.first, middle + 10);
});

test("fills its height, to less than a row, wherever it stands", () => {
  const view = viewport(1_000_000);
  for (const position of [0, 5, 1000, 2_000_000, LIMIT - 700, LIMIT - 640]) {
    view.scrolled(position);
    assert.ok(filled(view) >= LIMIT - 1 && filled(view) < LIMIT + 32, `at ${position}`);
    view.scrolled(view.settle());
    assert.ok(filled(view) >= LIMIT - 1 && filled(view) < LIMIT + 32, `settled at ${position}`);
  }
});

test("lets the thumb tell the truth after many small steps", () => {
  const view = viewport(1_000_000);
  for (let at = 0; at <= 4000; at += 100) view.scrolled(at);
  const before = view.seen.first;
  assert.ok(view.settle() < 4000);
  assert.equal(view.seen.first, before);
});

test("scrolls no further than a row needs to be seen", () => {
  const view = viewport(1000);
  assert.equal(view.reveal(5), null);
  assert.equal(view.reveal(20), 21 * 32 - 640);
  assert.equal(view.reveal(0), 0);
  assert.equal(view.reveal(999), 32_000 - 640);
});

test("keeps its row when rows change their height", () => {
  const view = viewport(1000);
  view.scrolled(3200);
  view.size(1000, 64, 640);
  assert.equal(view.seen.first, 100);
});

test("stays inside when the list gets shorter", () => {
  const view = viewport(1000);
  view.scrolled(30_000);
  view.size(10, 32, 640);
  assert.deepEqual(view.seen, { first: 0, last: 10 });
});
