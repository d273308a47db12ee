import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, isBytes, isLoss } from "../../main/resources/ui/health/groups.js";
import en from "../../main/resources/ui/i18n/health.en.js";
import zh from "../../main/resources/ui/i18n/health.zh.js";

test("puts every counter into one group, also those of a newer server", () => {
  const counters = { sources: 2, packets: 9, live_received: 4, log_bytes: 7, note_cut: 1, index_calls: 3, event_listeners: 1, novel: 5 };
  const groups = grouped(counters);
  assert.deepEqual(
    groups.map(({ group }) => group),
    ["sources", "capture", "log", "limits", "index", "events", "more"],
  );
  assert.deepEqual(grouped({ calls: 1, packets: 2, sources: 3 }, ["sources", "packets"])[0].counters, [
    ["sources", 3],
    ["packets", 2],
    ["calls", 1],
  ]);
  assert.deepEqual(Object.fromEntries(groups.flatMap((one) => one.counters)), counters);
});

test("marks what was lost, not what was refused on purpose", () => {
  assert.equal(isLoss("live_dropped_kernel", 3), true);
  assert.equal(isLoss("live_dropped_kernel", 0), false);
  assert.equal(isLoss("hep_dropped_unauthenticated", 3), false);
  assert.equal(isLoss("log_packets_durable", 3), false);
  assert.equal(isBytes("log_bytes_cut_at_open"), true);
  assert.equal(isBytes("log_packets_durable"), false);
});

test("has every word in both languages", () => assert.deepEqual(Object.keys(zh), Object.keys(en)));
