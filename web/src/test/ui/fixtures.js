// Made-up calls, the same ones each time: a day of an office, with what is rare in it, and one name that hides its direction.
const NAMES = [
  "alice",
  "bob",
  "carol",
  "dave",
  "erin",
  "li.na",
  "zhang wei",
  "reception",
  "sales 3",
  "",
  "",
  "wang fang",
  "chen",
  "support",
];
const OUTCOMES = [
  ["answered", 0.82],
  ["no-answer", 0.07],
  ["busy", 0.04],
  ["cancelled", 0.03],
  ["rejected", 0.02],
  ["failed", 0.012],
  ["redirected", 0.006],
  ["in-progress", 1],
];
export const DAY = Date.UTC(2026, 10, 22, 9);
const SPAN = 3 * 3600_000;

function random(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function outcomeOf(dice) {
  let rest = dice;
  return OUTCOMES.find(([, share]) => (rest -= share) < 0)?.[0] ?? "answered";
}

const stamp = (ms, nanos) => new Date(ms).toISOString().replace(/Z$/, String(nanos).padStart(6, "0") + "Z");

function call(i, count, dice, flows) {
  const outcome = outcomeOf(dice()),
    answered = outcome === "answered" || outcome === "in-progress";
  const dense = dice() > 0.45 ? 0.58 + (dice() + dice() + dice() - 1.5) * 0.2 : dice();
  const at = DAY + Math.floor((dense - Math.floor(dense)) * SPAN);
  const kind = dice() > 0.97 ? "registration" : "call";
  const name = i % 97 === 13 ? "bob\u202egnp.exe" : NAMES[Math.floor(dice() * NAMES.length)];
  const headline = flows ? ["attended-transfer", "hold", "call-setup"][i % 3] : null;
  return {
    id: "c-" + i.toString(16).padStart(12, "0"),
    kind,
    source: i % 5 ? "s1" : i % 3 ? "s2" : "s3",
    caller: (i % 11 ? "138001" : "+86139") + String(10000 + Math.floor(dice() * 89999)),
    callerName: name,
    callee: kind === "call" ? String(1000 + Math.floor(dice() * 40)) : null,
    calleeName: kind === "call" ? NAMES[Math.floor(dice() * NAMES.length)] : null,
    start: stamp(at, Math.floor(dice() * 999999)),
    end: null,
    durationMs: 0,
    outcome: kind === "registration" ? "ok" : outcome,
    outcomeClass: null,
    postDialDelayMs: kind === "call" ? Math.floor(200 + dice() * 3800) : null,
    ringMs: kind === "call" && outcome !== "busy" ? Math.floor(1500 + dice() * 12000) : null,
    talkMs: answered && kind === "call" ? Math.floor(dice() ** 2 * 1_900_000) : null,
    messages: 4 + Math.floor(dice() * 60),
    legsCount: 1,
    dialogs: 1,
    retransmissions: 0,
    problems: 0,
    headline,
    flows: flows
      ? [
          { flow: headline, confidence: ["high", "medium", "low"][i % 7 ? 0 : i % 3], evidence: [1] },
          { flow: "hold", confidence: "high", evidence: [9] },
        ]
      : [],
    hints: flows && i % 9 === 0 ? [{ hint: "no-ack", severity: "warning", evidence: [8] }] : [],
  };
}

export function calls(count, flows = false) {
  const dice = random(41);
  return Array.from({ length: count }, (_, i) => call(i, count, dice, flows)).sort((a, b) => (a.start < b.start ? -1 : 1));
}

export const sources = (count) => [
  source("s1", "pbx-2026-11-22.pcapng", Math.round(count * 0.8)),
  source("s2", "trunk-2026-11-21.pcap", Math.round(count * 0.13), [
    { reason: "cut", at: 731204118, sentence: "ends in the middle of a packet at byte 731,204,118; everything before it was read" },
    { reason: "cut-datagram", at: 90112, sentence: "has a datagram at byte 90,112 that was captured only in part" },
  ]),
  source("s3", "sbc-\u202ekcart.pcap", count - Math.round(count * 0.93)),
];

export function source(id, name, count, troubles = []) {
  const sip = count * 12,
    parts = { sip, coalesced: 0, duplicates: Math.floor(sip / 40), rtp: count * 40, rtcp: count, other: 512, refused: troubles.length };
  const packets = Object.values(parts).reduce((a, b) => a + b, 0);
  return {
    id,
    name,
    state: "ready",
    bytes: packets * 240 + 24,
    bytesRead: packets * 240 + 24,
    calls: count,
    progress: 1,
    rtpStreams: count * 2,
    troubles,
    malformedSip: 3,
    firstPacket: stamp(DAY, 118000),
    lastPacket: stamp(DAY + SPAN, 0),
    accounting: { packets, ...parts, balanced: true },
  };
}
