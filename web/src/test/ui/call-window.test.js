import assert from "node:assert/strict";
import { test } from "node:test";
import { CallWindow, PAGE, opposite } from "../../main/resources/ui/calls/call-window.js";

// A server with `total` calls that knows cursors, and row numbers when `skips`.
function server(total, { skips = false } = {}) {
  const asked = [];
  const answer = ({ sort, after, skip = 0, limit }) => {
    asked.push({ sort, after, skip });
    const from = Number(after ?? 0) + skip,
      there = (i) => ({ id: "c" + (sort === "-start" ? i : total - 1 - i) });
    const calls = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, i) => there(from + i));
    return { total, calls, next: from + limit < total ? String(from + limit) : null, ...(skips ? { first: from } : {}) };
  };
  const list = new CallWindow(async (question) => answer(question), "-start", answer({ sort: "-start", limit: PAGE }));
  asked.length = 0;
  return { list, asked };
}

test("has the first page at once", () => {
  const { list } = server(1000);
  assert.equal(list.row(0).id, "c0");
  assert.equal(list.row(PAGE), undefined);
  assert.equal(list.indexOf("c7"), 7);
});

test("asks for nothing that is here", async () => {
  const { list, asked } = server(1000);
  assert.equal(await list.need(0, 50), false);
  assert.equal(asked.length, 0);
});

test("goes on by cursor", async () => {
  const { list, asked } = server(1000);
  await list.need(190, 210);
  assert.equal(list.row(205).id, "c205");
  assert.deepEqual(asked, [{ sort: "-start", after: "200", skip: 0 }]);
});

test("comes from the end for what is nearer to the end", async () => {
  const { list, asked } = server(100_050);
  await list.need(100_040, 100_050);
  assert.equal(list.row(100_049).id, "c100049");
  assert.deepEqual(
    asked.map(({ sort }) => sort),
    ["start"],
  );
  await list.need(99_700, 99_710);
  assert.equal(list.row(99_705).id, "c99705");
  assert.ok(asked.every(({ sort }) => sort === "start"));
});

test("walks to the middle and keeps only what is near", async () => {
  const { list, asked } = server(30_000);
  await list.need(14_000, 14_030);
  assert.equal(list.row(14_010).id, "c14010");
  assert.equal(asked.length, 70);
  assert.equal(list.row(0), undefined);
  assert.equal(list.indexOf("c0"), -1);
  await list.need(0, 10);
  assert.equal(list.row(0).id, "c0");
  assert.equal(asked.length, 71);
});

test("passes over rows where the server can", async () => {
  const { list, asked } = server(1_000_000, { skips: true });
  await list.need(500_010, 500_040);
  assert.equal(list.row(500_020).id, "c500020");
  assert.equal(asked.length, 1);
});

test("a newer wish ends an older walk", async () => {
  const { list, asked } = server(30_000);
  const first = list.need(14_000, 14_030);
  const second = list.need(29_990, 30_000);
  await Promise.all([first, second]);
  assert.equal(list.row(29_995).id, "c29995");
  assert.ok(asked.length < 5);
});

test("stops when calls have gone meanwhile", async () => {
  const answer = { total: 500, calls: [{ id: "a" }], next: null };
  let times = 0;
  const list = new CallWindow(async () => (times++, answer), "-start", answer);
  await list.need(300, 310);
  assert.ok(times < 4);
});

test("brings newer versions of calls into their places", () => {
  const { list } = server(1000);
  list.patch([{ id: "c3", outcome: "answered" }, { id: "unknown" }]);
  assert.equal(list.row(3).outcome, "answered");
});

test("turns an order round", () => {
  assert.equal(opposite("-start"), "start");
  assert.equal(opposite("talk"), "-talk");
});
