import assert from "node:assert/strict";
import { test } from "node:test";
import { CaptureClock, talkOf } from "../../main/resources/ui/sources/capture-clock.js";

const LAST = "2026-11-22T10:42:10.000000000Z";
const MS = Date.parse("2026-11-22T10:42:10Z");

test("goes on from the newest packet while the source is live", () => {
  const clock = new CaptureClock();
  assert.equal(clock.at("s1", 0), null);
  clock.hear({ id: "s1", lastPacket: LAST, state: "live" }, 1000);
  clock.hear({ id: "s1", lastPacket: LAST, state: "live" }, 4000); // nothing newer: it has gone on since 1000
  assert.deepEqual(clock.at("s1", 6000), { ms: MS + 5000, live: true });
  clock.hear({ id: "s1", lastPacket: "2026-11-22T10:42:20.000000000Z", state: "live" }, 7000);
  assert.equal(clock.at("s1", 7500).ms, MS + 10_500);
});

test("is the server's clock at once, however long ago the newest packet came", () => {
  const clock = new CaptureClock(),
    told = { id: "s1", lastPacket: LAST, state: "live", now: "2026-11-22T10:42:40.000000000Z" };
  clock.hear(told, 1000);
  assert.deepEqual(clock.at("s1", 1000), { ms: MS + 30_000, live: true });
  clock.hear(told, 9000); // the same again: it was told long ago
  assert.equal(clock.at("s1", 9000).ms, MS + 38_000);
  clock.hear({ ...told, state: "ready", now: undefined }, 10_000);
  assert.deepEqual(clock.at("s1", 20_000), { ms: MS, live: false });
});

test("is never before the newest packet", () => {
  const clock = new CaptureClock();
  clock.hear({ id: "s1", lastPacket: LAST, state: "live", now: "2026-11-22T10:42:09.000000000Z" }, 1000);
  assert.equal(clock.at("s1", 1000).ms, MS);
});

test("stands still when the source is not live any more", () => {
  const clock = new CaptureClock();
  clock.hear({ id: "s1", lastPacket: LAST, state: "live" }, 1000);
  clock.hear({ id: "s1", lastPacket: LAST, state: "ready" }, 9000);
  assert.deepEqual(clock.at("s1", 20_000), { ms: MS, live: false });
});

test("counts the talk of a call in progress on, and of no other", () => {
  const call = { kind: "call", outcome: "answered", endedBy: null, talkMs: 4000, end: LAST, source: "s1" };
  assert.equal(talkOf(call, { ms: MS + 3000, live: true }), 7000);
  assert.equal(talkOf(call, { ms: MS + 3000, live: false }), 4000);
  assert.equal(talkOf(call, null), 4000);
  assert.equal(talkOf({ ...call, endedBy: "caller" }, { ms: MS + 3000, live: true }), 4000);
  assert.equal(talkOf({ ...call, talkMs: null }, { ms: MS + 3000, live: true }), null);
});
