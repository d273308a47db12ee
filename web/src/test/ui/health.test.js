import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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

/** What `pattern` finds in a source file of the server, in the spelling of counters. */
function named(file, pattern) {
  const source = readFileSync(new URL(`../../../../${file}`, import.meta.url), "utf8");
  const found = [...source.matchAll(pattern)].map(([, name]) => name.toLowerCase().replaceAll("-", "_"));
  assert.ok(found.length > 0, `${file} names no counter as expected`);
  return found;
}

/** Every name that the server can report, read from where it is written. */
function reported() {
  const main = (module, path) => `${module}/src/main/java/io/callogram/${path}.java`;
  const views = main("web", "web/desk/SourceViews");
  const note = (names) => names.map((name) => `note_${name}`);
  const parts = [...named(views, /kind \+ "(?!dropped_)(\w+)"/g), ...named(main("web", "web/desk/Feed"), /dropped\.put\("([\w-]+)"/g).map((place) => `dropped_${place}`)];
  parts.push(...named(main("web", "web/desk/LiveSource"), /dropped\.put\("([\w-]+)"/g).map((place) => `dropped_${place}`));
  const troubles = ["ErfFormat", "PcapFormat", "PcapngFormat", "SpooledStream"].flatMap((name) =>
    named(main("capture", `capture/file/${name}`), /troubles\.add\(\s*"([\w-]+)"/g),
  );
  return new Set([
    ...named(views, /add\(counters, "(?!note_)(\w+)"/g),
    ...named(views, /counters\.put\("(\w+)"/g),
    ...named(main("web", "web/desk/Vitals"), /counters\.put\("(\w+)"/g),
    ...named(main("web", "web/api/Events"), /"(event_\w+)"/g),
    ...named(main("analyzer", "analyzer/log/LogCounters"), /"(log_\w+)"/g),
    ...named(main("analyzer", "analyzer/index/CallIndex"), /"(index_\w+)"/g),
    ...["live", "hep"].flatMap((kind) => parts.map((part) => `${kind}_${part}`)),
    ...note(named(main("capture", "capture/packet/Incident"), /^ {4}([A-Z_]+)[,;]$/gm).filter((name) => name !== "sip_payload")),
    ...note(named(main("analyzer", "analyzer/pipeline/Tally"), /note\(notes, "([\w-]+)"/g)),
    ...note(troubles),
    ...note(named(main("capture", "capture/file/Inflation"), /^ {20}"([a-z-]+)",$/gm)),
  ]);
}

test("has a word for everything that the server counts, in both languages", () => {
  const names = reported();
  assert.ok(names.size > 80, `${names.size} counters`);
  for (const [language, words] of Object.entries({ en, zh }))
    assert.deepEqual(
      [...names].filter((name) => !words[`counter.${name}`]),
      [],
      language,
    );
});

test("has every word in both languages", () => assert.deepEqual(Object.keys(zh), Object.keys(en)));
