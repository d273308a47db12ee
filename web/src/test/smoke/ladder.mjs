// Pictures of calls, and their packets as another program reads them.
import { readFileSync } from "node:fs";
import { check, done, equal, expect, file, good, includes, recorded, refused, run } from "./checks.mjs";

const TRANSFER = recorded("attended-transfer");
const draw = async (format, ...more) => good(await run(["ladder", TRANSFER, "--format", format, ...more]), `ladder ${format}`);

const { calls } = JSON.parse(good(await run(["analyze", TRANSFER, "--format", "json"]), "analyze").text);
const [call] = calls;
const numbers = Array.from({ length: call.messages }, (_, i) => i + 1);

await check("draws a ladder as text", async () => {
  const text = (await draw("text")).text;
  for (const number of numbers) includes(text, `(${number}) `, "the text ladder");
  for (const word of ["INVITE", "REFER", "BYE", "180 Ringing", "200 OK"]) includes(text, word, "the text ladder");
  expect(!/\n\s*\n\s*\n/.test(text), "the text ladder has holes");
});

await check("draws a ladder as SVG and PNG", async () => {
  const [svg, png] = await Promise.all([draw("svg"), draw("png", "--out", file("call.png"))]);
  expect(/^(<\?xml[^>]*>\s*)?<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/.test(svg.text.replace(/<\?plantuml[^>]*\?>/, "")), "no SVG");
  expect(!/<script|<foreignObject|\son\w+=/i.test(svg.text), "the SVG has something that runs");
  for (const word of ["INVITE", "REFER", "BYE"]) includes(svg.text, word, "the SVG");
  equal(png.out.length, 0, "what is written beside --out");
  const bytes = readFileSync(file("call.png"));
  equal(bytes.subarray(0, 8).toString("hex"), "89504e470d0a1a0a", "first bytes of the PNG");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(width > 300 && height > numbers.length * 10, `the PNG has ${width} × ${height} points`);
});

await check("writes a ladder for PlantUML and Mermaid", async () => {
  const [puml, mermaid] = await Promise.all([draw("puml"), draw("mermaid")]);
  expect(puml.text.trimStart().startsWith("@startuml") && puml.text.trimEnd().endsWith("@enduml"), "no PlantUML document");
  expect(mermaid.text.trimStart().startsWith("sequenceDiagram"), "no Mermaid document");
  for (const { text } of [puml, mermaid]) for (const word of ["INVITE", "REFER", "participant"]) includes(text, word, "the document");
});

await check("writes a ladder as a page and as JSON", async () => {
  const [html, json] = await Promise.all([draw("html"), draw("json")]);
  includes(html.text.toLowerCase(), "<!doctype html>", "the page");
  includes(html.text, "Content-Security-Policy", "the page");
  expect(!/<script|(?:src|href)\s*=\s*["']?https?:/i.test(html.text), "the page loads or runs something");
  const { columns, rows } = JSON.parse(json.text);
  expect(columns.length >= 3, `the JSON ladder has ${columns.length} columns`);
  const arrows = rows.filter(({ row }) => row === "arrow").map(({ number }) => number);
  equal(arrows, numbers, "numbers of the arrows");
});

await check("says which calls there are when one must be named", async () => {
  const capture = file("several.pcap");
  good(await run(["generate", "--calls", "20", "--seed", "3", "--out", capture]), "generate");
  const [several, none, missing] = await Promise.all([
    run(["ladder", capture, "--format", "svg"]),
    run(["ladder", capture, "--call", "callid:nobody-has-this"]),
    run(["ladder", capture, "--format", "svg", "--call", "from:("]),
  ]);
  equal(several.code, 2, "exit code without --call");
  includes(several.err, "--call", "the sentence");
  expect(/\bc-[0-9a-f]{12}\b/.test(several.err), "no call is named");
  refused(none, 1, "no call matches", "a query that nothing matches");
  refused(missing, 2, "column", "a query that cannot be read");
});

await check("exports a call that tshark reads", async () => {
  const out = file("call.pcapng");
  good(await run(["export", TRANSFER, "--call", call.id, "--out", out]), "export");
  const fields = ["-T", "fields", "-e", "sip.Call-ID"];
  const [packets, sip, again] = await Promise.all([
    run(["-r", out, "-T", "fields", "-e", "frame.number"], { program: "tshark" }),
    run(["-r", out, "-Y", "sip", ...fields], { program: "tshark" }),
    run(["analyze", out, "--format", "json"]),
  ]);
  const lines = good(sip, "tshark").text.trim().split("\n");
  equal([...new Set(lines.map((line) => line.split("\t")[0]))].sort(), [...call.callIds].sort(), "Call-IDs that tshark sees");
  equal(lines.length, call.messages, "messages that tshark sees");
  expect(good(packets, "tshark").text.trim().split("\n").length >= lines.length, "fewer packets than messages");
  const [reread] = JSON.parse(good(again, "analyze of the export").text).calls;
  for (const field of ["start", "end", "outcome", "callIds", "messages", "talkMs", "endedBy"])
    equal(reread[field], call[field], `${field} of the exported call`);
});

done("ladder");
