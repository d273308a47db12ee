import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "../../../main/resources/ui/call/causes.js";

const link = { fromRow: 0, toRow: 6 };

/** Every row is drawn on from 100 to 200, but for those given. */
const rows = (free) => (i) => (free.includes(i) ? [] : [[100, 200]]);

test("takes the free row that is nearest to the middle", () => {
  assert.deepEqual(place(link, 80, [110], rows([1, 4])), { row: 4, left: 110 });
  assert.deepEqual(place(link, 80, [110], rows([3])), { row: 3, left: 110 });
});

test("takes the other side of the column when no row is free beside the curve", () => {
  assert.deepEqual(place(link, 80, [110, 10], rows([])), { row: 3, left: 10 });
});

test("never stands on anything, and never outside its curve", () => {
  assert.equal(place(link, 80, [110, 30], rows([0, 6, 7])), null);
  assert.equal(place({ fromRow: 3, toRow: 4 }, 80, [110], rows([3, 4])), null);
});

test("keeps a little distance", () => {
  assert.equal(place(link, 88, [10], rows([])), null);
  assert.deepEqual(place(link, 84, [10], rows([])), { row: 3, left: 10 });
});
