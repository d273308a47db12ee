import assert from "node:assert/strict";
import { test } from "node:test";
import { suggest, take } from "../../main/resources/ui/calls/suggestions.js";

const FIELDS = [
  { field: "number", label: "digits of any party" },
  { field: "flow", label: "what happened", values: [
      { value: "hold", label: "Call hold" },
      { value: "forward-busy", label: "Call forwarding busy" },
      { value: "call-waiting", label: "Call waiting" },
      { value: "three-way", label: "三方通话" },
    ] },
  { field: "outcome", values: [{ value: "busy", label: "Busy" }, { value: "no-answer", label: "No answer" }] },
  { field: "method", values: [{ value: "REFER" }] },
];
const offered = (text, caret = text.length) => suggest(text, caret, FIELDS).items.map((item) => item.text);

test("offers fields by their beginning and values by any word of theirs", () => {
  assert.deepEqual(offered("f"), ["flow:"]);
  assert.deepEqual(offered("fo"), ["flow:forward-busy "]);
  assert.deepEqual(offered("busy"), ["flow:forward-busy ", "outcome:busy "]);
  assert.deepEqual(offered("HOLD"), ["flow:hold "]);
  assert.deepEqual(offered("no-an"), ["outcome:no-answer "]);
  assert.deepEqual(offered("三方"), ["flow:three-way "]);
});

test("offers the values of a field, those that begin so first", () => {
  assert.deepEqual(offered("flow:"), ["flow:hold ", "flow:forward-busy ", "flow:call-waiting ", "flow:three-way "]);
  assert.deepEqual(offered("flow:w"), ["flow:call-waiting ", "flow:three-way "]);
  assert.deepEqual(offered("FLOW:ca"), ["flow:call-waiting ", "flow:hold ", "flow:forward-busy "]);
  assert.deepEqual(offered("method:re"), ["method:REFER "]);
});

test("offers nothing for numbers, phrases, unknown fields and what is already written", () => {
  for (const text of ["", "1002", "+86", '"call wai', "nothing:x", "flow:hold", "number:1"]) assert.deepEqual(offered(text), [], text);
});

test("takes two words for one name, so that no before it does not negate it", () => {
  for (const text of ["no ans", "x no ans", "call  wai"]) {
    const found = suggest(text, text.length, FIELDS);
    assert.match(take(text, found, found.items[0]).text, /^(x )?(outcome:no-answer|flow:call-waiting) $/);
  }
  assert.deepEqual(offered("alice hol"), ["flow:hold "]);
});

test("looks at the word at the caret and puts the suggestion in its place", () => {
  const text = "1002 (hol or alice)",
    found = suggest(text, 9, FIELDS);
  assert.deepEqual(found.items.map((item) => item.text), ["flow:hold "]);
  assert.deepEqual(take(text, found, found.items[0]), { text: "1002 (flow:hold or alice)", caret: 16 });
  const begun = suggest("fl", 2, FIELDS);
  assert.deepEqual(take("fl", begun, begun.items[0]), { text: "flow:", caret: 5 });
});
