import assert from "node:assert/strict";
import { test } from "node:test";
import { idIn } from "../../../main/resources/ui/call/compared-ids.js";
import { nextDifference } from "../../../main/resources/ui/call/compared-rows.js";
import { ladderModel } from "../../../main/resources/ui/call/model.js";
import { fixture } from "../fixtures/index.js";

const { call } = fixture("c-proxied");
const view = { order: "", leg: 0, filter: "", repeats: false };
const side = (message, label = "180 Ringing") => ({ message, from: "B", to: "S", label, request: false, method: "INVITE", status: 180, branches: 1 });
const comparison = {
  first: 1,
  parties: [
    { role: "S", here: "proxy", there: "proxy", node: 1 },
    { role: "B", here: "bob", there: "bob", node: 2 },
  ],
  rows: [
    { kind: "same", here: side(1, "INVITE"), there: side(1, "INVITE"), changes: [] },
    { kind: "missing", here: null, there: side(2), changes: [] },
    { kind: "different", here: side(3), there: side(3, "183 Session Progress"), changes: [] },
    { kind: "missing", here: null, there: side(9), changes: [] },
  ],
};
const model = ladderModel(call, view, comparison);
const rows = model.rows.filter((row) => row.kind === "message" || row.kind === "ghost");

test("puts a ghost before the next message that both calls have, and the last ones at the end", () => {
  const keys = rows.map((row) => row.key);
  assert.equal(keys.indexOf("missing 2"), keys.indexOf("3") - 1);
  assert.equal(keys.at(-1), "missing 9");
  const ghost = rows.find((row) => row.key === "missing 2");
  assert.deepEqual([ghost.from, ghost.to], [2, 1]);
  assert.equal(ghost.mark.first, true);
});

test("marks messages that differ and no others; a ghost is no message to step to", () => {
  const marked = rows.filter((row) => row.mark).map((row) => `${row.key} ${row.mark.kind}`);
  assert.deepEqual(marked, ["missing 2 missing", "3 different", "missing 9 missing"]);
  assert.equal(model.rowOf.has("missing 2"), false);
  assert.equal(ladderModel(call, view).rows.some((row) => row.mark), false);
});

test("goes from difference to difference, for a ghost to the message before it", () => {
  assert.equal(nextDifference(model, "1", 1), "2");
  assert.equal(nextDifference(model, "2", 1), "3");
  assert.equal(nextDifference(model, "1", -1), null);
});

test("finds the id of a call in whatever was pasted", () => {
  assert.equal(idIn("http://127.0.0.1:8060/calls/c-5f2e1b0c77aa?m=3"), "c-5f2e1b0c77aa");
  assert.equal(idIn(" c-5f2e1b0c77aa "), "c-5f2e1b0c77aa");
  assert.equal(idIn("nothing"), "");
});
