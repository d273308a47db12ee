import assert from "node:assert/strict";
import { test } from "node:test";
import { breakable, bytesOf, difference, folded, identifiersOf, linesOf, painted, piecesOf } from "../../../main/resources/ui/call/wire.js";
import { fixture } from "../fixtures/index.js";

const bytes = (text) => new TextEncoder().encode(text);
const textOf = (pieces) => pieces.map((p) => p.text ?? `<${p.byte.toString(16)}>`).join("");

test("reads the exact bytes of a message back", () => {
  const { call, message } = fixture("c-hostile");
  const said = message(call.messages[0].position);
  assert.equal(new TextDecoder().decode(bytesOf(said.rawBase64)), said.raw);
});

test("names what is no UTF-8 byte by byte and keeps the text around it", () => {
  assert.equal(textOf(piecesOf(Uint8Array.from([0x61, 0xe9, 0x62, 0xc3, 0xa9, 0xff]))), "a<e9>bé<ff>");
  assert.equal(textOf(piecesOf(Uint8Array.from([0xed, 0xa0, 0x80]))), "<ed><a0><80>");
  assert.equal(textOf(piecesOf(Uint8Array.from([0xf0, 0x9f, 0x98]))), "<f0><9f><98>");
});

test("knows start line, headers, folded lines, the empty line and the body with their offsets", () => {
  const lines = linesOf(bytes("INVITE sip:b SIP/2.0\r\nVia: x\r\n y\r\n\r\nv=0\r\n\r\ns=-\r\n"), 36);
  assert.deepEqual(
    lines.map((l) => `${l.offset} ${l.part} ${l.name ?? ""}|${textOf(l.pieces)}`),
    ["0 start |INVITE sip:b SIP/2.0", "22 header Via:| x", "30 header | y", "34 blank |", "36 body |v=0", "41 body |", "43 body |s=-"],
  );
});

test("reads lines that end in LF alone, and a message cut within a line", () => {
  const lines = linesOf(bytes("BYE sip:b SIP/2.0\nCSeq: 2 BY"), 0);
  assert.deepEqual(
    lines.map((l) => textOf(l.pieces)),
    ["BYE sip:b SIP/2.0", " 2 BY"],
  );
});

test("loses no byte of any fixture", () => {
  for (const id of ["c-transfer", "c-hostile"]) {
    const { call, message } = fixture(id);
    for (const { position } of call.messages) {
      const said = message(position);
      const lines = linesOf(bytesOf(said.rawBase64), said.bodyOffset);
      assert.equal(lines.map((l) => (l.name ?? "") + textOf(l.pieces) + "\r\n").join(""), said.raw);
    }
  }
});

test("marks identifiers with their leg, also percent-encoded, and branches", () => {
  const ids = identifiersOf(fixture("c-transfer").call);
  const marks = (text) =>
    painted(text, ids)
      .filter((p) => p.leg || p.branch)
      .map((p) => [p.text, p.leg ?? "branch"]);
  assert.deepEqual(marks("b81d90a4e2@10.0.0.9;to-tag=ca-51fa;from-tag=al-9e44"), [
    ["b81d90a4e2@10.0.0.9", 2],
    ["ca-51fa", 2],
    ["al-9e44", 2],
  ]);
  assert.deepEqual(marks("<sip:1003@h?Replaces=b81d90a4e2%4010.0.0.9%3Bx>"), [["b81d90a4e2%4010.0.0.9", 2]]);
  assert.deepEqual(marks("SIP/2.0/UDP 10.0.0.9:5060;branch=z9hG4bKa1f0;rport"), [["z9hG4bKa1f0", "branch"]]);
});

test("takes no part of a longer word for an identifier", () => {
  const ids = [{ text: "a1", leg: 1 }];
  assert.deepEqual(painted("beta12 a1", ids), [{ text: "beta12 " }, { text: "a1", leg: 1 }]);
});

test("gives every character of a value back, marked or not", () => {
  const ids = identifiersOf(fixture("c-transfer").call);
  const value = "x;tag=al-71c3;al-71c3;;5f2e1b0c77@10.0.0.9&z9hG4bKa1f0?";
  assert.equal(
    painted(value, ids)
      .map((p) => p.text)
      .join(""),
    value,
  );
});

test("breaks after ; & and ? only", () => {
  assert.deepEqual(breakable("a;b&c?d,e"), ["a;", "b&", "c?", "d,e"]);
});

test("folds a value after four lines and counts what is behind the fold", () => {
  const long = "x".repeat(400);
  const { shown, more } = folded([{ text: long }], { columns: 44, lines: 4 });
  assert.equal(shown[0].text.length, 176);
  assert.equal(more, 224);
  const parameters = Array.from({ length: 60 }, (_, i) => `parameter${i}=value-${i}`).join(";");
  const cut = folded([{ text: parameters }], { columns: 44, lines: 4 });
  assert.equal(
    cut.shown[0].text,
    "parameter0=value-0;parameter1=value-1;parameter2=value-2;parameter3=value-3;parameter4=value-4;parameter5=value-5;parameter6=value-6;parameter7=value-7;",
  );
  assert.equal(cut.shown[0].text.length + cut.more, parameters.length);
});

test("leaves a value whole when hardly anything would be folded", () => {
  const text = "x".repeat(200);
  assert.deepEqual(folded([{ text }], { columns: 44, lines: 4 }), { shown: [{ text }], more: 0 });
});

test("finds the part in which two values differ", () => {
  assert.deepEqual(difference("10.0.0.9:5060", "10.0.0.12:5060"), { start: 7, end: 5 });
  assert.deepEqual(difference("aa", "aaa"), { start: 2, end: 0 });
  assert.deepEqual(difference("", "x"), { start: 0, end: 0 });
});
