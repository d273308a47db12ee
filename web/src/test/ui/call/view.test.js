import assert from "node:assert/strict";
import { test } from "node:test";
import { nextDepth, nextTime, paramsOf, viewOf } from "../../../main/resources/ui/call/view.js";
import { sdpForms, sdpLines } from "../../../main/resources/ui/call/sdp.js";
import { audio } from "../fixtures/build.js";

const said = (key) => key.split(".").at(-1);

test("reads what the URL says and falls back where it says nonsense", () => {
  const view = viewOf(new URLSearchParams("m=24&tab=why&time=rel&sdp=full&cols=2,0&leg=3&f=bye&rep=1&diff=3,5&with=flow"));
  assert.deepEqual(view, { m: "24", tab: "why", time: "rel", sdp: "full", order: "2,0", leg: 3, filter: "bye", repeats: true, diff: "3,5", with: "flow" });
  assert.deepEqual(viewOf(new URLSearchParams("tab=x&time=&sdp=../&leg=abc")), viewOf(new URLSearchParams()));
});

test("keeps defaults out of the URL, and says everything else so that it can be read back", () => {
  assert.ok(Object.values(paramsOf(viewOf(new URLSearchParams()))).every((value) => value === null));
  const query = "m=3.1&tab=headers&time=delta&sdp=none&cols=1.0%2C1.1&leg=2&f=4xx&rep=1&diff=1%2C2&with=c-1";
  assert.equal(new URLSearchParams(paramsOf(viewOf(new URLSearchParams(query)))).toString(), query);
});

test("goes round the ways to show time and SDP", () => {
  assert.deepEqual(["abs", "rel", "delta"].map(nextTime), ["rel", "delta", "abs"]);
  assert.deepEqual(["none", "brief", "full"].map(nextDepth), ["brief", "full", "none"]);
});

test("says codec, address and a direction worth saying; gives way as codec, then host", () => {
  assert.deepEqual(sdpForms({ media: [audio("10.0.0.9", 4000)] }, said), ["PCMA 10.0.0.9:4000", "10.0.0.9:4000", ":4000", "SDP"]);
  assert.deepEqual(sdpForms({ media: [audio("10.0.0.9", 4000, "sendonly")] }, said)[0], "PCMA 10.0.0.9:4000 · sendonly");
});

test("counts further media and says when one was declined", () => {
  assert.equal(sdpForms({ media: [audio("10.0.0.9", 4000), audio("10.0.0.9", 4002)] }, said)[0], "PCMA 10.0.0.9:4000 · +1");
  assert.equal(sdpForms({ media: [audio("10.0.0.9", 0)] }, said)[0], "PCMA 10.0.0.9:0 · declined");
  assert.deepEqual(sdpForms({ media: [] }, said), ["SDP"]);
});

test("never takes telephone-event for the codec of a call", () => {
  assert.equal(sdpForms({ media: [audio("10.0.0.9", 4000, "sendrecv", ["telephone-event", "opus"])] }, said)[0], "opus 10.0.0.9:4000");
});

test("lists every medium with everything when asked for all", () => {
  assert.deepEqual(sdpLines({ media: [audio("10.0.0.9", 4000)] }, said), ["audio · 10.0.0.9:4000 · PCMA PCMU telephone-event · sendrecv"]);
});
