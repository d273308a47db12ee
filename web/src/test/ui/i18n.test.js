import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import en from "../../main/resources/ui/i18n/en.js";
import { addWords, language, onLanguage, pick, setLanguage, t } from "../../main/resources/ui/i18n/i18n.js";
import zh from "../../main/resources/ui/i18n/zh.js";

const UI = new URL("../../main/resources/ui/", import.meta.url);
const sources = ["", "calls/", "components/", "sources/"].flatMap((folder) =>
  readdirSync(new URL(folder, UI))
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(new URL(folder + name, UI), "utf8")),
);

// The server says troubles in English itself.
test("has every sentence in both languages", () => {
  assert.deepEqual(
    Object.keys(zh).filter((key) => !key.startsWith("trouble.")),
    Object.keys(en),
  );
});

test("has words for every key that a page names", () => {
  const named = new Set(sources.flatMap((text) => [...text.matchAll(/\b(?:t|fill)\("([\w.-]+)"/g)].map(([, key]) => key)));
  assert.deepEqual(
    [...named].filter((key) => !(key in en) && !key.endsWith(".")),
    [],
  );
});

test("fills places and follows the number", () => {
  setLanguage("en");
  assert.equal(t("calls.new", { n: 1 }), "1 new call");
  assert.equal(t("calls.new", { n: "12" }), "12 new calls");
  assert.equal(t("calls.position", { n: 3, m: 9 }), "3 of 9");
  assert.equal(t("no.such.key"), "no.such.key");
});

test("tells of a change of language until told not to", () => {
  const heard = [],
    stop = onLanguage((name) => heard.push(name));
  setLanguage("zh");
  assert.equal(pick("a", "b"), "b");
  stop();
  setLanguage("en");
  assert.deepEqual([heard, language()], [["zh"], "en"]);
});

test("takes the words of a page", () => {
  addWords({ en: { "x.y": "Y" }, zh: { "x.y": "乙" } });
  assert.equal(t("x.y"), "Y");
});
