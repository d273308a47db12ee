import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, columnFinder, columnsOf, merged, moved, orderOf, shortAddress, split } from "../../../main/resources/ui/call/columns.js";

const nodes = [
  { index: 0, name: "alice", role: "ua", endpoints: ["10.0.0.9:5060"] },
  { index: 1, name: "proxy", role: "proxy", endpoints: ["10.0.0.1:5060", "10.0.0.1:5080"] },
  { index: 2, name: "bob", role: "ua", endpoints: ["[2001:db8::12]:5060"] },
];
const keys = (columns) => columns.map((c) => c.key).join(",");
const text = (key, { host, count }) => `${key.split(".").at(-1)} ${host} ${count}`;

test("has one column a node, in the order of the capture", () => {
  assert.equal(keys(columnsOf(nodes)), "0,1,2");
});

test("follows the order of the URL and completes what it forgot", () => {
  assert.equal(keys(columnsOf(nodes, "2,0")), "2,0,1");
  assert.equal(keys(columnsOf(nodes, "1.1,2")), "1.1,2,0,1.0");
});

test("ignores nonsense in the URL", () => {
  for (const order of ["9", "1.7,1.0", "0,0,0", "x,1.x,-1", "1,1.0", "1.0,1"]) {
    const columns = columnsOf(nodes, order);
    assert.equal(new Set(columns.map((c) => c.key)).size, columns.length, order);
    assert.deepEqual([...new Set(columns.map((c) => c.node))].sort(), [0, 1, 2], order);
  }
});

test("says nothing in the URL about the order of the capture, and back again about any other", () => {
  assert.equal(orderOf(columnsOf(nodes), nodes), "");
  const other = moved(split(columnsOf(nodes), nodes[1]), "0", 2);
  assert.equal(orderOf(other, nodes), "1.0,1.1,0,2");
  assert.equal(keys(columnsOf(nodes, orderOf(other, nodes))), keys(other));
});

test("splits a node where it stood and merges it where its first part stands", () => {
  const apart = split(columnsOf(nodes), nodes[1]);
  assert.equal(keys(apart), "0,1.0,1.1,2");
  assert.equal(keys(merged(moved(apart, "1.0", -1), nodes[1])), "1,0,2");
});

test("moves a column no further than the ends", () => {
  assert.equal(keys(moved(columnsOf(nodes), "1", -5)), "1,0,2");
  assert.equal(keys(moved(columnsOf(nodes), "1", 5)), "0,2,1");
});

test("finds a message's column by its endpoint when the node is split", () => {
  const at = columnFinder(split(columnsOf(nodes), nodes[1]), nodes);
  assert.deepEqual([at(0, "10.0.0.9:5060"), at(1, "10.0.0.1:5080"), at(1, "10.0.0.1:5060"), at(1), at(2, "")], [0, 2, 1, 1, 3]);
});

test("sends what no node has sent to the column of the unknown, if there is one", () => {
  assert.equal(columnFinder(columnsOf(nodes, "", true), nodes)(-1, "192.0.2.7:5060"), 3);
  assert.equal(columnFinder(columnsOf(nodes), nodes)(-1, ""), -1);
});

test("shows one endpoint whole, several of one host by their number", () => {
  const [alice, proxy] = columnsOf(nodes);
  assert.equal(addressOf(alice, text), "10.0.0.9:5060");
  assert.equal(addressOf(proxy, text), "ports 10.0.0.1 2");
});

test("shortens an address from the left", () => {
  const columns = columnsOf(nodes);
  assert.deepEqual(columns.map(shortAddress), [".0.9", ".0.1", "…:12]"]);
  assert.equal(shortAddress(columnsOf(nodes, "1.1")[0]), ":5080");
});
