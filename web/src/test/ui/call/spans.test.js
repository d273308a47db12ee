import assert from "node:assert/strict";
import { test } from "node:test";
import { lanesOver, messageAt, stateAt, ticks } from "../../../main/resources/ui/call/spans.js";
import { fixture } from "../fixtures/index.js";

const { call } = fixture("c-transfer");
const { lanes, more } = lanesOver(call);
const states = (ms) => lanes.map((lane) => stateAt(lane, ms));
const ms = (number) => call.messages[number - 1].offsetMs;

test("gives every dialog a lane whose spans follow each other", () => {
  assert.equal(lanes.length, 3);
  assert.equal(more, 0);
  assert.deepEqual(
    lanes[0].spans.map(({ state }) => state),
    ["calling", "early", "confirmed", "hold"],
  );
  for (const { spans } of lanes) for (let i = 1; i < spans.length; i++) assert.equal(spans[i].from, spans[i - 1].to);
});

test("says what each dialog is as of a message", () => {
  assert.deepEqual(states(ms(1)), ["calling", "none", "none"]);
  assert.deepEqual(states(ms(4)), ["early", "none", "none"]);
  assert.deepEqual(states(ms(8)), ["confirmed", "none", "none"]);
  assert.deepEqual(states(ms(24)), ["hold", "confirmed", "calling"]);
  assert.deepEqual(states(ms(27)), ["hold", "terminated", "confirmed"]);
  assert.deepEqual(states(ms(34)), ["terminated", "terminated", "terminated"]);
});

test("leaves a dialog open that was not seen to end", () => {
  const open = { ...call, dialogs: [{ ...call.dialogs[2], number: 3, ended: 0 }], legs: [call.legs[2]] };
  const [lane] = lanesOver(open).lanes;
  assert.equal(stateAt(lane, ms(34)), "confirmed");
});

test("shows an attempt without a dialog from its first message to its last", () => {
  const [lane] = lanesOver({ ...call, dialogs: [], legs: [call.legs[0]] }).lanes;
  assert.deepEqual(lane.spans, [{ state: "calling", from: 0, to: ms(call.legs[0].last) }]);
  assert.equal(stateAt(lane, ms(34)), "terminated");
});

test("cuts a hold out and goes on behind it", () => {
  const bars = [{ kind: "hold", dialog: 1, startMs: 10_000, endMs: 20_000 }];
  const [lane] = lanesOver({ ...call, mediaBars: bars }).lanes;
  assert.deepEqual(
    lane.spans.slice(2).map(({ state, from, to }) => [state, from, to]),
    [
      ["confirmed", ms(6), 10_000],
      ["hold", 10_000, 20_000],
      ["confirmed", 20_000, ms(31)],
    ],
  );
});

test("finds the last message seen at a moment, and round times for the axis", () => {
  assert.equal(messageAt(call.messages, 0), 1);
  assert.equal(messageAt(call.messages, ms(24) + 1), 24);
  assert.equal(messageAt(call.messages, 1e9), 34);
  assert.deepEqual(ticks(151_251, 6), [0, 30_000, 60_000, 90_000, 120_000, 150_000]);
  assert.deepEqual(ticks(900, 5), [0, 200, 400, 600, 800]);
});
