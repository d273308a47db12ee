import assert from "node:assert/strict";
import { test } from "node:test";
import { between, bytes, epochNanos, grouped, instant, left, secondsOf, talk, wait } from "../../main/resources/ui/format.js";
import { pace } from "../../main/resources/ui/sources/pace.js";

test("reads a time to the nanosecond", () => {
  assert.deepEqual(instant("2026-11-22T10:42:07.118000001Z"), { ms: Date.UTC(2026, 10, 22, 10, 42, 7, 118), nanos: 118000001 });
  assert.equal(epochNanos("1970-01-01T00:00:01.000000007Z"), 1_000_000_007n);
  assert.equal(epochNanos("1969-12-31T23:59:59.900000000Z"), -100_000_000n);
  assert.equal(instant("yesterday"), null);
});

test("tells nanoseconds apart that a float would not", () => {
  assert.equal(between("2026-11-22T10:42:07.118000001Z", "2026-11-22T10:42:07.118000002Z"), 1n);
});

test("cuts seconds and never rounds them", () => {
  assert.equal(secondsOf(1_999_999_999n), "1.999");
  assert.equal(secondsOf(-503_100_000n, 4), "-0.5031");
  assert.equal(secondsOf(7_000_000_000n, 0), "7");
});

test("says talk, waits and counts; the unknown is blank", () => {
  assert.deepEqual([0, 59_999, 144_000, 3_661_000, null].map(talk), ["0:00", "0:59", "2:24", "1:01:01", ""]);
  assert.deepEqual([wait(1610), wait(5200, 1), wait(null)], ["1.61 s", "5.2 s", ""]);
  assert.deepEqual([wait(4), wait(5), wait(0), wait(49, 1), wait(50, 1)], ["4 ms", "0.01 s", "0 ms", "49 ms", "0.1 s"]);
  assert.deepEqual([0, 999, 1284, 1_162_111].map(grouped), ["0", "999", "1,284", "1,162,111"]);
});

test("says sizes with three digits", () => {
  assert.deepEqual([0, 812, 1000, 1_240_000_000, 731_204_118, 999_999].map(bytes), [
    "0 B",
    "812 B",
    "1.00 KB",
    "1.24 GB",
    "731 MB",
    "1.00 MB",
  ]);
});

test("says what is left in one unit, two for hours", () => {
  assert.deepEqual(
    [0.2, 8.1, 89, 100, 4800, null, Infinity].map((n) => left(n)),
    ["1 s", "9 s", "89 s", "2 min", "80 min", "", ""],
  );
  assert.equal(left(7300), "2 h 2 min");
});

test("measures a transfer over its last seconds", () => {
  const speed = pace(1000);
  assert.equal(speed.at(0, 0).rate, null);
  assert.deepEqual(speed.at(1000, 100), { sent: 100, fraction: 0.1, rate: 100, left: 9 });
  for (let now = 2000; now <= 6000; now += 1000) speed.at(now, 100);
  assert.equal(speed.at(7000, 100).rate, 0);
  assert.equal(speed.at(7000, 100).left, null);
});
