import assert from "node:assert/strict";
import { test } from "node:test";
import { dispatch, help, nameOf, register } from "../../main/resources/ui/keys.js";

const target = (...selectors) => ({ matches: (list) => selectors.some((one) => list.split(/, /).includes(one)) });
const press = (key, on = target(), more = {}) => {
  const event = {
    key,
    target: on,
    preventDefault() {
      this.defaultPrevented = true;
    },
    defaultPrevented: false,
    ...more,
  };
  dispatch(event);
  return event.defaultPrevented;
};

test("names a key with what is held beside it", () => {
  assert.equal(nameOf({ key: "k", ctrlKey: true }), "Ctrl+k");
  assert.equal(nameOf({ key: "J", shiftKey: true }), "J");
  assert.equal(nameOf({ key: "Tab", shiftKey: true }), "Shift+Tab");
});

test("asks the newest layer first and goes on when it declines", () => {
  const said = [],
    old = register("old", [{ keys: ["x"], run: () => void said.push("old") }]);
  const top = register("top", [{ keys: ["x"], run: () => (said.push("top"), false) }]);
  assert.equal(press("x"), true);
  top();
  press("x");
  old();
  assert.deepEqual(said, ["top", "old", "old"]);
  assert.equal(press("x"), false);
});

test("leaves letters to a text field and Enter to a button", () => {
  const stop = register("list", [
    { keys: ["j", "F3", "Enter"], run: () => {} },
    { keys: ["Escape"], inText: true, run: () => {} },
  ]);
  assert.equal(press("j", target("textarea")), false);
  assert.equal(press("F3", target("textarea")), true);
  assert.equal(press("Escape", target("textarea")), true);
  assert.equal(press("Enter", target("button")), false);
  assert.equal(press("Enter"), true);
  stop();
});

test("lists what works now, once a title", () => {
  const stops = [
    register("a", [{ keys: ["1"], label: "one" }]),
    register("b", [{ keys: ["2"], label: "two", when: () => false }]),
    register("a", [{ keys: ["3"], label: "three" }, { keys: ["4"] }]),
  ];
  assert.deepEqual(
    help().map(({ title, bindings }) => [title, bindings.map(({ label }) => label)]),
    [["a", ["one", "three"]]],
  );
  stops.forEach((stop) => stop());
});
