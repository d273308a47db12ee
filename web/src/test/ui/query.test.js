import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assign,
  clauses,
  digits,
  highlight,
  range,
  toggle,
  values,
  withRange,
  without,
  withoutRange,
} from "../../main/resources/ui/calls/query.js";

const texts = (q) => clauses(q).map(({ text }) => text);

test("cuts a query into what must all hold", () => {
  assert.deepEqual(texts('138001*  flow:hold and text:"a b" not (kind:options or kind:attack)'), [
    "138001*",
    "flow:hold",
    'text:"a b"',
    "not (kind:options or kind:attack)",
  ]);
});

test("leaves a query with a bare or in one piece", () => {
  assert.deepEqual(texts("alice or bob outcome:busy"), ["alice or bob outcome:busy"]);
});

test("survives what is not finished", () => {
  assert.deepEqual(texts('(outcome:busy or "x'), ['(outcome:busy or "x']);
  assert.deepEqual(texts("not"), ["not"]);
  assert.deepEqual(texts(") and outcome:"), [")", "outcome:"]);
});

test("adds, joins and takes away values of a field", () => {
  const one = toggle("138001*", "outcome", "busy"),
    two = toggle(one, "outcome", "failed"),
    three = toggle(two, "outcome", "busy");
  assert.equal(one, "138001* outcome:busy");
  assert.equal(two, "138001* (outcome:busy or outcome:failed)");
  assert.equal(three, "138001* outcome:failed");
  assert.equal(toggle(three, "outcome", "failed"), "138001*");
});

test("keeps a clause in its place when it grows", () => {
  assert.equal(toggle("outcome:busy alice", "outcome", "failed"), "(outcome:busy or outcome:failed) alice");
});

test("binds a bare or before something stands beside it", () => {
  assert.equal(toggle("alice or bob", "kind", "call"), "(alice or bob) kind:call");
});

test("does not take a negated or mixed clause for a chosen value", () => {
  assert.deepEqual([...values("not outcome:busy (outcome:ok or alice) (kind:call or outcome:ok)", "outcome")], []);
});

test("quotes a value that would fall apart, and reads it back", () => {
  const q = assign("", "source", ['my "own" trace.pcap']);
  assert.equal(q, 'source:"my \\"own\\" trace.pcap"');
  assert.deepEqual([...values(q, "source")], ['my "own" trace.pcap']);
});

test("writes a time range and removes it", () => {
  const q = withRange("alice after:1", "2026-11-22T10:30:00Z", null);
  assert.equal(q, "alice after:2026-11-22T10:30:00Z");
  assert.deepEqual(range(withRange(q, null, "2026-11-22T11:00:00Z")), { after: null, before: "2026-11-22T11:00:00Z" });
  assert.equal(withoutRange(q), "alice");
});

test("drops one clause by its place", () => {
  assert.equal(without("alice outcome:busy kind:call", 1), "alice kind:call");
});

test("finds the digits that are looked for, in number fields only", () => {
  assert.deepEqual(digits('138001* to:1002 code:486 "+86 139" after:2026 c5'), ["138001", "1002", "86", "139"]);
});

test("marks digits inside a number, or the whole of a number written shorter", () => {
  assert.deepEqual(highlight("+8613800138000", ["138001"]), [{ text: "+86" }, { text: "138001", hit: true }, { text: "38000" }]);
  assert.deepEqual(highlight("13800138000", ["8613800138000"]), [{ text: "13800138000", hit: true }]);
  assert.deepEqual(highlight("alice", ["138"]), [{ text: "alice" }]);
});
