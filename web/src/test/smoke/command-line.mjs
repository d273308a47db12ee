// The command line over a generated capture and over recordings: all formats, all refusals.
import { gzipSync } from "node:zlib";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { check, done, equal, everyRecording, expect, file, good, includes, recorded, refused, run } from "./checks.mjs";

const FIELDS = [
  ..."id kind caller callee callIds start end durationMs outcome outcomeClass headline endedBy".split(" "),
  ..."postDialDelayMs ringMs talkMs flows hints legs messages".split(" "),
];
const SOURCE_FIELDS = "name packets sip duplicates rtp rtcp other refused malformedSip firstPacket lastPacket".split(" ");
const OUTCOMES = "answered busy no-answer cancelled rejected redirected failed in-progress ok".split(" ");
const KINDS = "call registration subscription options message attack other".split(" ");
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const CAPTURE = file("traffic.pcap");
const generate = (out, seed, truth = file("other.jsonl")) =>
  run(["generate", "--calls", "300", "--seed", String(seed), "--out", out, "--truth", truth]);
const analyze = async (arguments_, options) => JSON.parse(good(await run(["analyze", ...arguments_, "--format", "json"], options), "analyze").text);
const sum = (counts) => Object.values(counts).reduce((all, count) => all + count, 0);

function balanced(source) {
  const { packets, sip, coalesced, duplicates, rtp, rtcp, other, refused: unread } = source;
  equal(packets, sip - coalesced + duplicates + rtp + rtcp + other + sum(unread), `the account of ${source.name}`);
}

function wellFormed(call) {
  for (const field of FIELDS) expect(field in call, `call ${call.id} lacks ${field}`);
  expect(KINDS.includes(call.kind), `kind ${call.kind}`);
  expect(OUTCOMES.includes(call.outcome), `outcome ${call.outcome}`);
  expect(TIME.test(call.start) && TIME.test(call.end) && call.start <= call.end, `times of ${call.id}: ${call.start} to ${call.end}`);
  expect(call.messages > 0 && call.legs.length > 0, `call ${call.id} is empty`);
  for (const { link } of call.legs.slice(1)) expect(link === null || (link.kind && link.reason && link.score > 0), `a link of ${call.id}`);
}

await check("says its version and its commands", async () => {
  const [version, help, nothing] = await Promise.all([run(["--version"]), run(["--help"]), run([])]);
  expect(/^Callogram \d+\.\d+/.test(good(version, "--version").text), `version: ${version.text}`);
  for (const command of ["serve", "analyze", "ladder", "check", "export", "generate"]) includes(good(help, "--help").text, command, "--help");
  equal(nothing.code, 2, "exit code without a command");
});

let whole;
await check("generates the same capture for the same seed", async () => {
  const [first, again, other] = await Promise.all([
    generate(CAPTURE, 7, file("truth.jsonl")),
    generate(file("again.pcap"), 7),
    generate(file("other.pcap"), 8),
  ]);
  [first, again, other].forEach((result) => good(result, "generate"));
  expect(readFileSync(CAPTURE).equals(readFileSync(file("again.pcap"))), "seed 7 gave two different captures");
  expect(!readFileSync(CAPTURE).equals(readFileSync(file("other.pcap"))), "seeds 7 and 8 gave the same capture");
});

await check("analyzes a capture to the JSON of the contract", async () => {
  whole = await analyze([CAPTURE]);
  expect(whole.callogram && whole.rules, "versions are missing");
  for (const field of SOURCE_FIELDS) expect(field in whole.sources[0], `the source lacks ${field}`);
  whole.sources.forEach(balanced);
  whole.calls.forEach(wellFormed);
  const starts = whole.calls.map(({ start }) => start.replace("Z", ""));
  expect(
    starts.every((start, i) => i === 0 || Date.parse(starts[i - 1]) <= Date.parse(start)),
    "calls are not in order of start",
  );
  equal(new Set(whole.calls.map(({ id }) => id)).size, whole.calls.length, "number of different ids");
});

await check("finds every call of the capture, none twice, none joined", () => {
  const truth = readFileSync(file("truth.jsonl"), "utf8").trim().split("\n").map(JSON.parse);
  equal(truth.length, 300, "number of generated entries");
  const entryOf = new Map(truth.flatMap((entry, i) => entry.callIds.map((id) => [id, i])));
  const callsOf = truth.map(() => new Set());
  for (const call of whole.calls) {
    const entries = new Set(call.callIds.map((id) => entryOf.get(id)));
    equal(entries.size, 1, `number of entries in call ${call.id}`);
    for (const entry of entries) callsOf[entry]?.add(call);
  }
  truth.forEach((entry, i) => {
    expect(callsOf[i].size > 0, `${entry.headline} of ${entry.caller} is missing`);
    if (entry.kind !== "call") return;
    equal(callsOf[i].size, 1, `number of calls made of one ${entry.headline}`);
    const [call] = callsOf[i];
    equal([call.caller, call.callee, call.kind], [entry.caller, entry.callee, entry.kind], `parties of a ${entry.headline}`);
    equal(call.callIds.length, entry.callIds.length, `number of Call-IDs of a ${entry.headline}`);
  });
});

await check("says the same in every format", async () => {
  const [table, chinese, lines, csv] = await Promise.all([
    run(["analyze", CAPTURE]),
    run(["analyze", CAPTURE, "--lang", "zh"]),
    run(["analyze", CAPTURE, "--format", "jsonl"]),
    run(["analyze", CAPTURE, "--format", "csv", "--out", file("calls.csv")]),
  ]);
  const count = whole.calls.length;
  equal(good(table, "table").text.trim().split("\n").length, count + 1, "number of lines of the table");
  equal(good(chinese, "Chinese table").text.trim().split("\n").length, count + 1, "number of lines of the Chinese table");
  expect(/[一-鿿]/.test(chinese.text), "the Chinese table has no Chinese");
  equal(good(lines, "jsonl").text.trim().split("\n").map(JSON.parse), whole.calls, "jsonl");
  equal(good(csv, "csv").out.length, 0, "what is written beside --out");
  const rows = readFileSync(file("calls.csv"), "utf8").split("\r\n").slice(0, -1);
  equal(rows.length, count + 1, "number of rows");
  expect(rows.every((row) => row.split(",").length === rows[0].split(",").length), "rows of different length");
  expect(![table, chinese, lines, csv].some(({ err }) => err), "a progress bar although nobody watches");
});

await check("reads standard input and gzip", async () => {
  const bytes = readFileSync(CAPTURE);
  writeFileSync(file("traffic.pcap.gz"), gzipSync(bytes));
  const [piped, zipped, both] = await Promise.all([
    analyze(["-"], { input: bytes }),
    analyze([file("traffic.pcap.gz")]),
    analyze(["-"], { input: gzipSync(bytes) }),
  ]);
  for (const answer of [piped, zipped, both]) {
    equal(answer.calls, whole.calls, "calls");
    equal({ ...answer.sources[0], name: "" }, { ...whole.sources[0], name: "" }, "account");
  }
});

await check("filters by a query", async () => {
  const digits = whole.calls.find(({ kind, caller }) => kind === "call" && /^\+?\d{8,}$/.test(caller)).caller.replace(/^\+/, "");
  const expected = whole.calls.filter((call) => call.outcome === "answered");
  const [answered, number, sngrep] = await Promise.all([
    analyze([CAPTURE, "--filter", "outcome:answered"]),
    analyze([CAPTURE, "--filter", digits]),
    analyze([CAPTURE, "--filter", "sip.Method:REGISTER"]),
  ]);
  equal(answered.calls, expected, "answered calls");
  expect(number.calls.length > 0 && number.calls.length < whole.calls.length, `${number.calls.length} calls of ${digits}`);
  expect(
    whole.calls.filter(({ caller, callee }) => [caller, callee].includes(digits)).every(({ id }) => number.calls.some((call) => call.id === id)),
    `not every call of ${digits} is found`,
  );
  expect(sngrep.calls.some(({ kind }) => kind === "registration"), "sip.Method:REGISTER finds no registration");
});

await check("checks what a capture is expected to show", async () => {
  const capture = recorded("call-released-by-callee");
  const [holds, fails, wrong, nothing] = await Promise.all([
    run(["check", capture, "--expect", "flow:call-setup and flow:release and no hint:no-ack", "--expect-all", "outcome:answered"]),
    run(["check", capture, "--expect", "flow:call-setup", "flow:hold"]),
    run(["check", capture, "--expect", "flow:no-such-flow"]),
    run(["check", file("nothing.pcap"), "--expect", "kind:call"]),
  ]);
  equal(good(holds, "check").text.split("\n").filter((line) => line.startsWith("holds: ")).length, 2, "expectations that hold");
  equal(fails.code, 3, "exit code of what does not hold");
  includes(fails.text, "does not hold: flow:hold", "what does not hold");
  refused(wrong, 2, "expected a flow such as", "a flow that there is not");
  refused(nothing, 1, "nothing.pcap", "a file that is not there");
});

await check("refuses what it cannot do in one sentence", async () => {
  mkdirSync(file("folder"));
  writeFileSync(file("notes.txt"), "These are notes about a call.\n");
  writeFileSync(file("empty.pcap"), "");
  const answers = await Promise.all([
    run(["analyze", CAPTURE, "--filter", "outcome:busy or bogus:1"]),
    run(["analyze", file("nothing.pcap")]),
    run(["analyze", file("folder")]),
    run(["analyze", file("notes.txt")]),
    run(["analyze", file("empty.pcap")]),
    run(["analyze", CAPTURE, "--out", file("nowhere/calls.txt")]),
    run(["analyze", CAPTURE, "--format", "yaml"]),
    run(["generate", "--calls", "3", "--out", file("nowhere/x.pcap")]),
  ]);
  refused(answers[0], 2, "column 17", "a query with an unknown field");
  refused(answers[1], 1, "nothing.pcap", "a file that is not there");
  refused(answers[2], 1, "directory", "a folder");
  refused(answers[3], 1, "not a capture", "a text file");
  refused(answers[4], 1, "empty", "an empty file");
  refused(answers[5], 1, "nowhere", "a folder that is not there");
  equal(answers[6].code, 2, "exit code of an unknown format");
  refused(answers[7], 1, "nowhere", "a capture that cannot be written");
});

await check("reads a cut capture up to the cut", async () => {
  writeFileSync(file("cut.pcap"), readFileSync(CAPTURE).subarray(0, 100_000));
  const cut = good(await run(["analyze", file("cut.pcap"), "--format", "json"]), "a cut capture");
  includes(cut.err, "100,000", "the sentence about the cut");
  equal(cut.err.trim().split("\n").length, 1, "number of sentences about the cut");
  const { sources, calls } = JSON.parse(cut.text);
  sources.forEach(balanced);
  expect(calls.length > 0 && calls.length < whole.calls.length, `${calls.length} calls in the cut capture`);
});

const EXPECTED = {
  "attended-transfer": { kind: "call", caller: "1001", callee: "1002", outcome: "answered", legs: 3, messages: 70 },
  busy: { kind: "call", outcome: "busy", endedBy: null, legs: 1, messages: 8 },
  "call-over-ipv6": { kind: "call", outcome: "answered", endedBy: "caller", messages: 13 },
  "call-over-tcp": { kind: "call", outcome: "answered", messages: 13 },
  "call-released-by-callee": { kind: "call", outcome: "answered", endedBy: "callee", messages: 13 },
  fragmented: { kind: "call", outcome: "answered", messages: 13 },
  "no-answer-cancel": { kind: "call", outcome: "no-answer", talkMs: null, messages: 13 },
  register: { kind: "registration", outcome: "ok", messages: 12 },
  "unknown-user": { kind: "call", callee: "1999", outcome: "rejected", messages: 3 },
};

await check("reads every recording that comes with the program", async () => {
  const all = everyRecording();
  const { sources, calls } = await analyze(all);
  equal(sources.length, all.length, "number of sources");
  sources.forEach(balanced);
  calls.forEach(wellFormed);
  equal(sum(sources[0].refused), 0, "refused packets");
});

await check("tells what happened in recordings", async () => {
  const names = Object.keys(EXPECTED);
  const answers = await Promise.all(names.map((name) => analyze([recorded(name)])));
  names.forEach((name, i) => {
    equal(answers[i].calls.length, 1, `number of calls of ${name}`);
    const [call] = answers[i].calls;
    for (const [field, value] of Object.entries(EXPECTED[name]))
      equal(field === "legs" ? call.legs.length : call[field], value, `${field} of ${name}`);
  });
});

await check("leaves no scratch files behind", async () => {
  const scratch = file("tmp");
  mkdirSync(scratch);
  const env = { CALLOGRAM_JAVA_OPTIONS: `-Djava.io.tmpdir=${scratch}` };
  good(await run(["analyze", file("traffic.pcap.gz"), recorded("fragmented")], { env }), "analyze");
  equal(readdirSync(scratch).filter((name) => name.startsWith("callogram")), [], "scratch files");
});

done("command line");
