import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { grouped, neighbour } from "../../main/resources/ui/gallery/order.js";
import call from "../../main/resources/ui/i18n/call.en.js";
import shell from "../../main/resources/ui/i18n/en.js";
import en from "../../main/resources/ui/i18n/gallery.en.js";
import zh from "../../main/resources/ui/i18n/gallery.zh.js";

const GALLERY = new URL("../../main/resources/ui/gallery/", import.meta.url);
const sources = readdirSync(GALLERY)
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(new URL(name, GALLERY), "utf8"))
  .join("\n");
const flows = [
  { flow: "hold", group: "service" },
  { flow: "busy", group: "failure" },
  { flow: "loop", group: "failure" },
];

test("says everything in both languages", () => {
  assert.deepEqual(Object.keys(zh), Object.keys(en));
});

test("has words for every key that the pages ask for, and no others", () => {
  const asked = [...sources.matchAll(/"((?:gallery|call|app)\.[A-Za-z][\w.-]*)"/g)].map(([, key]) => key);
  assert.deepEqual(
    asked.filter((key) => !(key in en || key in call || key in shell)),
    [],
  );
  const panes = ["gallery.panes", "gallery.words", "gallery.story", "gallery.ladder"]; // named by the tabs
  assert.deepEqual(
    Object.keys(en).filter((key) => !asked.includes(key) && !panes.includes(key) && !key.startsWith("gallery.group.")),
    [],
  );
});

test("groups flows and keeps their order", () => {
  assert.deepEqual(
    grouped(flows).map(([group, members]) => [group, members.length]),
    [
      ["service", 1],
      ["failure", 2],
    ],
  );
});

test("knows the flow before and after, and where they end", () => {
  assert.equal(neighbour(flows, "busy", 1), "loop");
  assert.equal(neighbour(flows, "busy", -1), "hold");
  assert.equal(neighbour(flows, "loop", 1), null);
  assert.equal(neighbour(flows, null, 1), "hold");
});
