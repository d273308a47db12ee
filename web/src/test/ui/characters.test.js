import assert from "node:assert/strict";
import { test } from "node:test";
import { codeName, head, hides, parts, plain } from "../../main/resources/ui/characters.js";

test("writes out what turns text round, joins it or does not show", () => {
  for (const character of [
    "\u202e",
    "\u200b",
    "\u2066",
    "\ufeff",
    "\u00ad",
    "\u0000",
    "\u0007",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u3164",
    "\u180e",
    "\u{e0041}",
    "\ud800",
    "\ue000",
    "\u2800",
  ])
    assert.deepEqual(parts("a" + character + "b"), [{ text: "a" }, { token: codeName(character) }, { text: "b" }], codeName(character));
});

test("leaves every script alone", () => {
  for (const text of ["张伟", "Ωmega", "שלום", "مرحبا", "é", "e\u0301", "日本\u3000語", "<b>&amp;</b>", "👍"])
    assert.deepEqual(parts(text), [{ text }], text);
});

test("writes out line breaks and tabs", () => {
  assert.deepEqual(parts("\r\n\t"), [{ token: "U+000D" }, { token: "U+000A" }, { token: "U+0009" }]);
});

test("writes out the fifth mark of a pile", () => {
  assert.deepEqual(
    parts("a" + "\u0301".repeat(6)).map(({ token }) => token ?? ""),
    ["", "U+0301", "U+0301"],
  );
});

test("says whether anything hides, each time anew", () => {
  assert.equal(hides("bob\u202e"), true);
  assert.equal(hides("bob\u202e"), true);
  assert.equal(hides("bob"), false);
});

test("makes text for a title that cannot turn round", () => {
  assert.equal(plain("bob\u202egnp\n"), "bob[U+202E]gnp[U+000A]");
});

test("cuts a long value without cutting a character", () => {
  assert.deepEqual(head("ab👍cd", 3), { text: "ab", more: 4 });
  assert.deepEqual(head("abc", 3), { text: "abc", more: 0 });
});
