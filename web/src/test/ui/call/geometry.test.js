import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, geometry, reveal, rowAt, tops } from "../../../main/resources/ui/call/geometry.js";

const perCharacter = (text) => text.length * 7;

test("spreads four columns over a pane of any width, inside it", () => {
  for (const width of [360, 390, 676, 736, 1060]) {
    const g = geometry(width, 4, 28);
    assert.equal(g.width, width);
    assert.ok(g.x[0] > g.gutter && g.x[3] < width, String(width));
  }
});

test("scrolls sideways rather than set columns too close", () => {
  const g = geometry(390, 12, 28);
  assert.ok(g.width > 390);
  assert.ok(g.x[1] - g.x[0] >= 66);
});

test("makes room for long numbers", () => {
  assert.ok(geometry(1060, 3, 28, 5).gutter > geometry(1060, 3, 28, 2).gutter);
});

test("makes a row taller only for SDP in full", () => {
  const rows = [
    { kind: "message", message: { sdp: { media: [{}, {}] } } },
    { kind: "gap" },
    { kind: "bar" },
    { kind: "message", message: { sdp: null } },
  ];
  assert.deepEqual([...tops(rows, 28, "brief", 0)], [0, 28, 48, 78, 106]);
  assert.deepEqual([...tops(rows, 28, "full", 0)], [0, 61, 81, 111, 139]);
});

test("finds the row at a height, the nearest beyond the ends", () => {
  const y = Float64Array.from([6, 34, 62, 90]);
  assert.deepEqual(
    [-10, 6, 33.9, 34, 89, 500].map((at) => rowAt(y, at)),
    [0, 0, 0, 1, 2, 2],
  );
});

test("does not scroll when the row is seen", () => {
  assert.equal(reveal({ scroll: 100, height: 400, top: 200, bottom: 228 }), 100);
});

test("scrolls a step no further than needed, and a jump into the middle", () => {
  assert.equal(reveal({ scroll: 100, height: 400, top: 480, bottom: 508 }), 144);
  assert.equal(reveal({ scroll: 100, height: 400, top: 110, bottom: 138 }), 74);
  assert.equal(reveal({ scroll: 0, height: 400, top: 5000, bottom: 5028 }), 4776);
  assert.equal(reveal({ scroll: 0, height: 400, top: 500, bottom: 528, jump: true }), 276);
});

test("cuts a text that does not fit, at its end or at its start", () => {
  assert.equal(fit("proxy", 100, perCharacter), "proxy");
  assert.equal(fit("a-long-name", 42, perCharacter), "a-lon…");
  assert.equal(fit("[2001:db8::1]:5060", 70, perCharacter, true), "…::1]:5060");
  assert.equal(fit("anything", 3, perCharacter), "");
});
