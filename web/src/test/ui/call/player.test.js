import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Player, pause } from "../../../main/resources/ui/call/player.js";

/** A page of messages at these times. */
const page = (times, at = 0) => ({
  at,
  move(steps) {
    this.at = Math.min(Math.max(this.at + steps, 0), times.length - 1);
    return true;
  },
  following() {
    return this.at + 1 < times.length ? times[this.at + 1] - times[this.at] : null;
  },
  requestUpdate() {},
});

test("makes long pauses longer than short ones, and none long", () => {
  assert.ok(pause(0) < pause(20) && pause(20) < pause(5_000) && pause(5_000) < pause(60_000));
  assert.ok(pause(1e12) <= 1600);
  assert.equal(pause(500, 2), pause(500) / 2);
});

test("plays to the end and shows everything again", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const shown = page([0, 10, 5_000]);
    const player = new Player(shown);
    player.toggle();
    assert.deepEqual([player.active, player.running, shown.at], [true, true, 0]);
    mock.timers.tick(pause(10));
    assert.equal(shown.at, 1);
    mock.timers.tick(pause(4_990) - 1);
    assert.equal(shown.at, 1);
    mock.timers.tick(2);
    assert.deepEqual([player.active, player.running, shown.at], [false, false, 2]);
  } finally {
    mock.timers.reset();
  }
});

test("begins anew at the last message, holds, steps, and ends when told", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const shown = page([0, 10, 20], 2);
    const player = new Player(shown);
    assert.equal(player.step(1), false);
    player.toggle();
    player.toggle();
    mock.timers.tick(10_000);
    assert.deepEqual([player.active, player.running], [true, false]);
    shown.at = 0;
    player.step(1);
    assert.equal(shown.at, 1);
    assert.equal(player.stop(), true);
    assert.equal(player.stop(), false);
  } finally {
    mock.timers.reset();
  }
});
