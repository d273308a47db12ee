import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { flowsOf, hintsOf } from "../../main/resources/ui/found.js";
import en from "../../main/resources/ui/i18n/hints.en.js";
import zh from "../../main/resources/ui/i18n/hints.zh.js";
import { fixture } from "./fixtures/index.js";

const { call } = fixture("c-transfer");

test("names each kind of flow once, with the evidence of all", () => {
  const { head, rest, told } = flowsOf(call);
  assert.equal(head.flow, "attended-transfer");
  assert.deepEqual(
    rest.map(({ flow }) => flow),
    ["hold", "call-setup", "release", "consultation-call"],
  );
  assert.deepEqual(rest[1].evidence, [1, 6, 8, 12, 17, 19]);
  assert.equal(rest[1].found.length, 2);
  assert.deepEqual(
    told.map(({ flow }) => flow),
    ["hold", "consultation-call"],
  );
});

test("takes the best confidence of a kind and keeps each one's own", () => {
  const { head } = flowsOf({
    headline: "hold",
    flows: [
      { flow: "hold", confidence: "low", evidence: [9, 3] },
      { flow: "hold", confidence: "medium", evidence: [3, 4] },
    ],
  });
  assert.equal(head.confidence, "medium");
  assert.deepEqual(head.evidence, [3, 4, 9]);
  assert.deepEqual(
    head.found.map(({ confidence }) => confidence),
    ["low", "medium"],
  );
});

test("has no headline where nothing was found", () => {
  assert.deepEqual(flowsOf({ headline: null, flows: [] }), { head: null, rest: [], told: [] });
  assert.deepEqual(hintsOf({}), []);
});

test("shows the gravest hint first, and the same one once", () => {
  const hints = [
    { hint: "retransmissions", severity: "notice", evidence: [3] },
    { hint: "no-ack", severity: "warning", evidence: [9] },
    { hint: "retransmissions", severity: "notice", evidence: [3, 7] },
  ];
  assert.deepEqual(
    hintsOf({ hints }).map(({ hint, evidence }) => [hint, evidence]),
    [
      ["no-ack", [9]],
      ["retransmissions", [3, 7]],
    ],
  );
});

test("names every hint in both languages", () => {
  const reference = readFileSync(new URL("../../../../docs/reference/hints.md", import.meta.url), "utf8");
  const slugs = [...reference.matchAll(/^\| `([a-z-]+)` \| (?:warning|notice|info) \|/gm)].map(([, slug]) => slug);
  assert.ok(slugs.length > 70);
  for (const slug of slugs) assert.ok(`hint.${slug}` in en, slug);
  assert.deepEqual(Object.keys(zh), Object.keys(en));
  for (const word of [...Object.values(en), ...Object.values(zh)]) assert.ok((typeof word === "function" ? word({}) : word).length > 1);
});
