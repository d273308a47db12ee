// A capture written by hand: calls whose every position holds a payload, and two messages in one TCP segment.
import { PAYLOADS } from "./payloads.js";

const PER_CALL = 4;
const START = Date.UTC(2026, 0, 5, 8) / 1000;

// Counts of ones' complement, as RFC 1071 has it.
function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += (bytes[i] << 8) | (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

const address = (text) => text.split(".").map(Number);

function frame(protocol, from, to, segment) {
  const ip = Buffer.alloc(20);
  ip.writeUInt8(0x45, 0);
  ip.writeUInt16BE(20 + segment.length, 2);
  ip.writeUInt8(64, 8);
  ip.writeUInt8(protocol, 9);
  ip.set(address(from), 12);
  ip.set(address(to), 16);
  ip.writeUInt16BE(checksum(ip), 10);
  return Buffer.concat([Buffer.from("0200000000020200000000010800", "hex"), ip, segment]);
}

function udp(from, to, payload) {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(5060, 0);
  head.writeUInt16BE(5060, 2);
  head.writeUInt16BE(8 + payload.length, 4); // no checksum: RFC 768 allows none
  return frame(17, from, to, Buffer.concat([head, payload]));
}

function tcp(from, to, sequence, flags, payload = Buffer.alloc(0)) {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(5062, 0);
  head.writeUInt16BE(5060, 2);
  head.writeUInt32BE(sequence, 4);
  head.writeUInt8(0x50, 12);
  head.writeUInt8(flags, 13);
  head.writeUInt16BE(65535, 14);
  return frame(6, from, to, Buffer.concat([head, payload]));
}

function pcap(packets) {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(262144, 16);
  head.writeUInt32LE(1, 20);
  const records = packets.flatMap(({ ms, bytes }) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(START + Math.floor(ms / 1000), 0);
    record.writeUInt32LE((ms % 1000) * 1000, 4);
    record.writeUInt32LE(bytes.length, 8);
    record.writeUInt32LE(bytes.length, 12);
    return [record, bytes];
  });
  return Buffer.concat([head, ...records]);
}

const quoted = (text) => text.replace(/[\\"]/g, "\\$&");
const word = (text) => text.replace(/[\s,;<>"]/g, "_");
const userPart = (text) => text.replace(/[\s@<>;?:]/g, "_");

// Positions are filled from the list in turn, each message further on: in the end every payload was everywhere.
class Filling {
  constructor(at) {
    this.at = at;
  }

  next() {
    return PAYLOADS[this.at++ % PAYLOADS.length];
  }
}

function body(fill) {
  return [
    "v=0",
    `o=${word(fill.next())} 1 1 IN IP4 192.0.2.10`,
    `s=${fill.next()}`,
    `i=${fill.next()}`,
    "c=IN IP4 192.0.2.10",
    "t=0 0",
    "m=audio 4000 RTP/AVP 8 96",
    `a=rtpmap:96 ${word(fill.next())}/8000`,
    `a=${fill.next()}`,
    "",
  ].join("\r\n");
}

function headers(call, fill) {
  return [
    `From: "${quoted(call.name)}" <sip:${call.user}@${call.host}>;tag=${call.tag}`,
    `To: "${quoted(call.other)}" <sip:${call.callee}@example.com>`,
    `Call-ID: ${call.id}`,
    "Max-Forwards: 70",
    `Contact: <sip:${userPart(fill.next())}@192.0.2.10>;+sip.instance="${quoted(fill.next())}"`,
    `User-Agent: ${fill.next()}`,
    `Subject: ${fill.next()}`,
    `Warning: 399 ${word(fill.next())} "${quoted(fill.next())}"`,
    `P-Asserted-Identity: "${quoted(fill.next())}" <tel:+1${call.number}>`,
    `X-Note: ${fill.next()}`,
    `X-${word(fill.next()).replace(/[:\u0000-\u001f]/g, "-")}: ${fill.next()}`,
  ];
}

const via = (branch) => `Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK${branch}`;

function message(start, top, cseq, call, fill, sdp) {
  const content = sdp ? Buffer.from(body(fill)) : Buffer.alloc(0);
  const type = sdp ? ["Content-Type: application/sdp"] : [];
  const lines = [start, top, `CSeq: ${cseq}`, ...headers(call, fill), ...type, `Content-Length: ${content.length}`, "", ""];
  return Buffer.concat([Buffer.from(lines.join("\r\n")), content]);
}

function hostileCall(number) {
  const fill = new Filling(number * PER_CALL);
  const call = {
    number,
    name: fill.next(),
    user: userPart(fill.next()),
    other: fill.next(),
    callee: userPart(fill.next()),
    host: userPart(fill.next()),
    tag: word(fill.next()),
    id: `${number}-${word(fill.next())}`,
  };
  const top = via(word(fill.next()) + number);
  const caller = "192.0.2.10",
    callee = `192.0.2.${20 + (number % 100)}`;
  const method = number % 5 === 0 ? userPart(fill.next()).replace(/[^!-~]/g, "-") : "INFO";
  const messages = [
    [caller, callee, message(`INVITE sip:${call.callee}@example.com;${word(fill.next())} SIP/2.0`, top, "1 INVITE", call, fill, true)],
    [callee, caller, message(`SIP/2.0 183 ${fill.next()}`, top, "1 INVITE", call, fill, true)],
    [caller, callee, message(`${method} sip:x@example.com SIP/2.0`, via(`i${number}`), `2 ${method}`, call, fill, false)],
    [callee, caller, message(`SIP/2.0 603 ${fill.next()}`, top, "1 INVITE", call, fill, false)],
  ];
  return { call, packets: messages.map(([from, to, bytes], i) => ({ ms: number * 1000 + i * 100, bytes: udp(from, to, bytes) })) };
}

// Two requests in one segment: more messages than packets.
function pipelined() {
  const call = { number: 7, name: "pipe", user: "pipe", other: "line", callee: "line", host: "example.com", tag: "t", id: "pipelined" };
  const fill = new Filling(0);
  const both = Buffer.concat(
    [1, 2].map((n) => message("OPTIONS sip:line@example.com SIP/2.0", `Via: SIP/2.0/TCP 192.0.2.9;branch=z9hG4bKp${n}`, `${n} OPTIONS`, call, fill, false)),
  );
  const ends = ["192.0.2.9", "192.0.2.8"];
  return [
    { ms: 500, bytes: tcp(...ends, 99, 0x02) },
    { ms: 501, bytes: tcp(...ends, 100, 0x18, both) },
  ];
}

export function hostileCapture() {
  const calls = Array.from({ length: Math.ceil(PAYLOADS.length / PER_CALL) }, (_, number) => hostileCall(number + 1));
  const packets = [...pipelined(), ...calls.flatMap((one) => one.packets)].sort((a, b) => a.ms - b.ms);
  return { bytes: pcap(packets), calls: calls.map(({ call }) => call) };
}
