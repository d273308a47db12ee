import assert from "node:assert/strict";
import { test } from "node:test";
import { milestone } from "../../../main/resources/ui/call/milestones.js";
import { fixture } from "../fixtures/index.js";
import { storyOf } from "../fixtures/story.js";

const story = storyOf(fixture("c-transfer").call);

test("goes to the message behind which the next milestone stands", () => {
  assert.equal(milestone(story, 1, 1), 8);
  assert.equal(milestone(story, 8, 1), 11);
  assert.equal(milestone(story, 26, -1), 19);
});

test("stays where there is none", () => {
  assert.equal(milestone(story, 34, 1), null);
  assert.equal(milestone(story, 8, -1), null);
  assert.equal(milestone(null, 8, 1), null);
});
