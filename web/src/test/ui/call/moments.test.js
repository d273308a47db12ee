import assert from "node:assert/strict";
import { test } from "node:test";
import { momentOf, waiting } from "../../../main/resources/ui/call/moments.js";

const change = (of, number, state, message, time, event = "FinalSeen") => ({ of, number, state, detail: "", event, message, time });
const changes = [
  change("transaction", 1, "calling", 1, "2026-01-05T08:00:00.000000000Z"),
  change("call", 0, "calling", 1, "2026-01-05T08:00:00.000000000Z"),
  change("transaction", 1, "proceeding", 2, "2026-01-05T08:00:00.100000000Z"),
  change("transaction", 2, "trying", 3, "2026-01-05T08:00:01.000000000Z"),
  change("transaction", 1, "completed", 4, "2026-01-05T08:00:02.000000000Z"),
  change("transaction", 2, "terminated", 0, "2026-01-05T08:00:33.000000000Z", "TransactionTerminated"),
];
const call = {
  transactions: [
    { number: 1, method: "INVITE" },
    { number: 2, method: "BYE" },
  ],
};
const at = (number, time) => momentOf(changes, { number, time });

test("takes the last change that is not later than the message", () => {
  const moment = at(2, "2026-01-05T08:00:00.100000000Z");
  assert.equal(moment.call.state, "calling");
  assert.equal(moment.transaction.get(1).state, "proceeding");
  assert.equal(moment.transaction.has(2), false);
});

test("lets time end what time ends, once it has passed", () => {
  assert.equal(at(4, "2026-01-05T08:00:02.000000000Z").transaction.get(2).state, "trying");
  assert.equal(at(5, "2026-01-05T08:00:40.000000000Z").transaction.get(2).state, "terminated");
});

test("names the transactions that wait: a failed INVITE for its ACK too", () => {
  const open = (number, time) => waiting(call, at(number, time)).map(({ method, standing }) => `${method} ${standing.state}`);
  assert.deepEqual(open(3, "2026-01-05T08:00:01.000000000Z"), ["INVITE proceeding", "BYE trying"]);
  assert.deepEqual(open(5, "2026-01-05T08:00:40.000000000Z"), ["INVITE completed"]);
});
