import assert from "node:assert/strict";
import { test } from "node:test";
import { ladderModel, parseKey, sameDialog, sameTransaction, step } from "../../../main/resources/ui/call/model.js";
import { fixture } from "../fixtures/index.js";

const ALL = { order: "", leg: 0, filter: "", repeats: false };
const modelOf = (id, view = {}) => ladderModel(fixture(id).call, { ...ALL, ...view });
const keys = (model) => model.rows.filter((row) => row.kind === "message").map((row) => row.key);
const kindsAround = (model, key) => {
  const i = model.rowOf.get(key);
  return model.rows.slice(i - 1, i + 2).map((row) => row.kind);
};

test("has one row a message, in order, whatever was sent again", () => {
  assert.deepEqual(
    keys(modelOf("c-transfer")),
    Array.from({ length: 34 }, (_, i) => String(i + 1)),
  );
});

test("shows each repeat on a row of its own, in order of time, under its message's number", () => {
  assert.deepEqual(keys(modelOf("c-transfer", { repeats: true })).slice(0, 6), ["1", "2", "3", "3.1", "3.2", "4"]);
});

test("draws an arrow from the column of its sender to that of its receiver", () => {
  const { rows, rowOf, columns } = modelOf("c-transfer");
  const row = rows[rowOf.get("24")];
  assert.deepEqual([columns[row.from].name, columns[row.to].name], ["bob", "carol"]);
});

test("says time that was left out from one second on, and no shorter pause", () => {
  const model = modelOf("c-transfer");
  assert.deepEqual(kindsAround(model, "9"), ["gap", "message", "message"]);
  assert.equal(model.rows[model.rowOf.get("9") - 1].ms, 41205 - 6871);
  assert.deepEqual(kindsAround(model, "3"), ["message", "message", "gap"]);
  assert.deepEqual(kindsAround(model, "2"), ["message", "message", "message"]);
});

test("counts the pause from the row above, not from the message before in the call", () => {
  const { rows, rowOf } = modelOf("c-transfer", { filter: "bye" });
  assert.equal(rows[0].deltaMs, null);
  assert.equal(rows[rowOf.get("31")].deltaMs, 63702 - 63652);
});

test("puts media after the message that made it true, from and to the parties of its dialog", () => {
  const { rows, rowOf } = modelOf("c-transfer");
  const bar = rows[rowOf.get("19") + 1];
  assert.deepEqual([bar.kind, bar.from, bar.to, bar.lane.leg], ["bar", 0, 3, 2]);
});

test("keeps media after the last row shown before it when its own message is filtered away", () => {
  const { rows } = modelOf("c-transfer", { filter: "invite" });
  assert.equal(rows.filter((row) => row.kind === "bar").length, 4);
});

test("leaves out media of legs that are not shown", () => {
  const { rows } = modelOf("c-transfer", { leg: 3 });
  assert.deepEqual(
    rows.filter((row) => row.kind === "bar").map((row) => row.lane.leg),
    [3],
  );
});

test("runs a hold from the answer that agreed to the message that ended it", () => {
  const { holds, rowOf } = modelOf("c-transfer");
  assert.deepEqual(holds, [{ fromRow: rowOf.get("10"), toRow: rowOf.get("31"), from: 0, to: 2 }]);
});

test("joins cause and effect where both are named and shown, at the column they share", () => {
  const { links, rowOf, columns } = modelOf("c-transfer");
  assert.deepEqual(
    links.map((l) => [l.kind, l.fromRow, l.toRow, columns[l.column].name]),
    [
      ["replaces", rowOf.get("24"), rowOf.get("27"), "carol"],
      ["refer", rowOf.get("20"), rowOf.get("24"), "bob"],
    ],
  );
  assert.deepEqual(modelOf("c-transfer", { leg: 1 }).links, []);
});

test("draws no link that the analysis names no messages for", () => {
  assert.deepEqual(modelOf("c-long").links, []);
});

test("says how many messages a filter or a leg leaves", () => {
  const model = modelOf("c-transfer", { leg: 3 });
  assert.deepEqual([model.shown, model.total], [5, 34]);
});

test("tells the dialogs of a forked leg apart", () => {
  assert.deepEqual(modelOf("c-fork").lanes.get(1), { leg: 1, slot: 1, dialogs: [1, 2] });
});

test("gives a ninth leg the first colour again", () => {
  const call = { ...fixture("c-proxied").call, legs: Array.from({ length: 9 }, (_, i) => ({ ...fixture("c-proxied").call.legs[0], number: i + 1 })) };
  assert.equal(ladderModel(call, ALL).lanes.get(9).slot, 1);
});

test("gives what has no known sender a column of its own, last", () => {
  const { columns, rows, rowOf } = modelOf("c-hostile");
  assert.equal(columns.at(-1).role, "unknown");
  assert.equal(rows[rowOf.get("4")].from, columns.length - 1);
});

test("draws a message to itself in one column, and in two once its ports are split", () => {
  const whole = modelOf("c-hostile");
  const row = (model) => model.rows[model.rowOf.get("2")];
  assert.equal(row(whole).from, row(whole).to);
  const split = modelOf("c-hostile", { order: "0,1.0,1.1" });
  assert.deepEqual([row(split).from, row(split).to], [1, 2]);
});

test("steps over gaps and bars, and stops at the ends", () => {
  const model = modelOf("c-transfer");
  assert.equal(step(model, "8", 1), "9");
  assert.equal(step(model, "9", -1), "8");
  assert.equal(step(model, "34", 1), "34");
  assert.equal(step(model, "5", -Infinity), "1");
  assert.equal(step(model, "5", Infinity), "34");
});

test("steps within a dialog and within a transaction", () => {
  const model = modelOf("c-transfer");
  const message = (number) => model.call.messages[number - 1];
  assert.equal(step(model, "11", 1, sameDialog(message(11))), "20");
  assert.equal(step(model, "12", 1, sameTransaction(message(12))), "13");
  assert.equal(step(model, "13", 1, sameTransaction(message(13))), "16");
  assert.equal(step(model, "8", 1, sameTransaction(message(8))), "8");
});

test("reads a message's key from the URL and refuses what names nothing", () => {
  const { call } = fixture("c-transfer");
  assert.equal(parseKey(call, "24").position, call.messages[23].position);
  assert.equal(parseKey(call, "3.2").position, call.messages[2].repeats[1].position);
  for (const bad of ["3.3", "0", "35", "x", "", null]) assert.equal(parseKey(call, bad), null, String(bad));
});

test("folds a long run of keep-alives to one row between its first and last exchange", () => {
  const model = modelOf("c-options");
  assert.deepEqual(
    model.rows.map((row) => row.key).filter((key) => !key.startsWith("gap")),
    ["1", "2", "fold 3", "1199", "1200"],
  );
  assert.equal(model.rows.find((row) => row.kind === "fold").count, 1196);
  assert.equal(modelOf("c-options", { repeats: true }).rows.filter((row) => row.kind === "message").length, 1201);
});

test("counts the pause after a folded run from its last message", () => {
  const { rows, rowOf } = modelOf("c-options");
  assert.equal(rows[rowOf.get("1199")].deltaMs, 60_000 - 12);
});

test("folds no keep-alives of a short call", () => {
  const call = { ...fixture("c-options").call, messages: fixture("c-options").call.messages.slice(0, 40) };
  assert.ok(ladderModel(call, ALL).rows.every((row) => row.kind !== "fold"));
});

test("takes the leg for the dialog while there is none", () => {
  const model = modelOf("c-transfer");
  assert.equal(step(model, "3", 1, sameDialog(model.call.messages[2])), "4");
  assert.equal(step(model, "8", 1, sameDialog(model.call.messages[7])), "9");
});

test("lays out ten thousand messages and names every row", () => {
  const model = modelOf("c-long");
  assert.equal(model.rowOf.size, 9999);
  assert.ok(model.rows.every((row, i) => row.kind !== "message" || model.rowOf.get(row.key) === i));
});
