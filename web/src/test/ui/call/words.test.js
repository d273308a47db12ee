import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import en from "../../../main/resources/ui/i18n/call.en.js";
import zh from "../../../main/resources/ui/i18n/call.zh.js";
import shell from "../../../main/resources/ui/i18n/en.js";

const CALL = new URL("../../../main/resources/ui/call/", import.meta.url);
const sources = readdirSync(CALL)
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(new URL(name, CALL), "utf8"))
  .join("\n");

test("says everything in both languages", () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
});

test("fills in the same values in both languages", () => {
  const holes = (entry) =>
    typeof entry === "function"
      ? null
      : [...entry.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => name)
          .sort()
          .join();
  for (const key of Object.keys(en)) {
    if (typeof en[key] === "function" || typeof zh[key] === "function") continue;
    assert.equal(holes(zh[key]), holes(en[key]), key);
  }
});

test("has words for every key that the page asks for", () => {
  const asked = [...sources.matchAll(/["'`]((?:call|keys|app|foot)\.[A-Za-z][\w.-]*)["'`]/g)].map(([, key]) => key);
  assert.ok(asked.length > 80);
  for (const key of asked) assert.ok(key in en || key in shell, key);
});

test("has no words that nothing asks for", () => {
  const stems = [...sources.matchAll(/`(call\.[\w.-]*)\$\{/g)].map(([, stem]) => stem);
  const asked = (key) =>
    sources.includes(`"${key}"`) || stems.some((stem) => key.startsWith(stem)) || (key.endsWith(".what") && asked(key.slice(0, -5)));
  assert.deepEqual(
    Object.keys(en).filter((key) => !asked(key)),
    [],
  );
});
