import assert from "node:assert/strict";
import { test } from "node:test";
import { matcher } from "../../../main/resources/ui/call/filter.js";
import { fixture } from "../fixtures/index.js";

const { messages } = fixture("c-transfer").call;
const found = (filter) => messages.filter(matcher(filter)).map((m) => m.number);

test("shows everything without a filter", () => {
  assert.equal(found("").length, 34);
  assert.equal(found("  ").length, 34);
});

test("finds a word in the name or the CSeq of a message, in any case", () => {
  assert.deepEqual(found("refer"), [20, 21]);
  assert.deepEqual(found("Ringing"), [4, 5, 15, 16]);
});

test("takes a status or a class of statuses as such", () => {
  assert.deepEqual(found("202"), [21]);
  assert.deepEqual(found("1xx"), [2, 4, 5, 13, 15, 16]);
});

test("wants every word", () => {
  assert.deepEqual(found("leg:2 bye"), [27, 28]);
  assert.deepEqual(found("method:invite dialog:3 code:200"), [25]);
});

test("takes a minus as without", () => {
  assert.deepEqual(found("leg:3 -method:bye"), [24, 25, 26]);
});

test("looks into the session description and the addresses", () => {
  assert.deepEqual(found("recvonly"), [10]);
  assert.ok(found("10.0.0.13:5060").every((n) => [messages[n - 1].fromEndpoint, messages[n - 1].toEndpoint].includes("10.0.0.13:5060")));
});

test("takes what looks like a pattern literally", () => {
  assert.deepEqual(found(".*("), []);
});
