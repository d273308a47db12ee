// Numbers and times as people read them. Times come as RFC 3339 with nanoseconds and are never put through a float.

const two = (n) => String(n).padStart(2, "0");

// "2026-11-22T10:42:07.118000000Z" → { ms: epoch milliseconds, nanos: nanoseconds within the second }
export function instant(text) {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text ?? "");
  if (!found) return null;
  const nanos = Number((found[2] ?? "").padEnd(9, "0"));
  return { ms: Date.parse(found[1] + found[3]) + Math.floor(nanos / 1e6), nanos };
}

export function epochNanos(text) {
  const at = instant(text);
  return at && BigInt(Math.floor(at.ms / 1000)) * 1_000_000_000n + BigInt(at.nanos);
}

// Exact nanoseconds between two times, as BigInt.
export const between = (from, to) => epochNanos(to) - epochNanos(from);

// Nanoseconds as seconds with a fixed number of digits, cut, not rounded: 503_100_000n, 3 → "0.503"
export function secondsOf(nanos, digits = 3) {
  const sign = nanos < 0n ? "-" : "",
    size = nanos < 0n ? -nanos : nanos;
  const rest = String(size % 1_000_000_000n)
    .padStart(9, "0")
    .slice(0, digits);
  return sign + (size / 1_000_000_000n).toString() + (digits ? "." + rest : "");
}

// Wall clock of the reader: "10:42:07.118". The exact UTC text belongs in the title.
export function clock(text, digits = 3) {
  const at = instant(text);
  if (!at) return "";
  const day = new Date(at.ms);
  const fraction = digits ? "." + String(at.nanos).padStart(9, "0").slice(0, digits) : "";
  return `${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}${fraction}`;
}

export function monthDay(text) {
  const at = instant(text);
  if (!at) return "";
  const day = new Date(at.ms);
  return `${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export function date(text) {
  const at = instant(text);
  return at ? `${new Date(at.ms).getFullYear()}-${monthDay(text)}` : "";
}

// "UTC+08:00", as of that time: summer time is not today's.
export function zone(text) {
  const minutes = -new Date(instant(text)?.ms ?? Date.now()).getTimezoneOffset(),
    size = Math.abs(minutes);
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

// Milliseconds since the epoch, as the server writes them.
export const iso = (ms) => new Date(ms).toISOString().replace(".000Z", "Z");

// 1284 → "1,284"; the same in both languages
export const grouped = (n) => String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, ",");

// A length of talk: 144_000 → "2:24", 3_661_000 → "1:01:01"; unknown is blank
export function talk(ms) {
  if (ms === null || ms === undefined) return "";
  const all = Math.floor(ms / 1000),
    hours = Math.floor(all / 3600),
    minutes = Math.floor(all / 60) % 60;
  return (hours ? `${hours}:${two(minutes)}` : String(minutes)) + ":" + two(all % 60);
}

// A wait: 1610, 2 → "1.61 s"; what that would round to nothing in milliseconds; unknown is blank
export function wait(ms, digits = 2) {
  if (ms === null || ms === undefined) return "";
  const seconds = (ms / 1000).toFixed(digits);
  return Number(seconds) === 0 ? `${Math.round(ms)} ms` : `${seconds} s`;
}

const SIZES = ["B", "KB", "MB", "GB", "TB"];

// Bytes in powers of ten, three digits: 731_204_118 → "731 MB", 1_240_000_000 → "1.24 GB"
export function bytes(n) {
  let step = 0,
    value = n;
  while (value >= 999.5 && step < SIZES.length - 1) {
    value /= 1000;
    step++;
  }
  return `${value < 10 && step ? value.toFixed(2) : value < 100 && step ? value.toFixed(1) : Math.round(value)} ${SIZES[step]}`;
}

// What is left of a long work: "8 s", "3 min", "1 h 20 min". `words` are the units of a language.
export function left(seconds, words = { s: "s", min: "min", h: "h" }) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} ${words.s}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} ${words.min}` : `${Math.floor(minutes / 60)} ${words.h} ${minutes % 60} ${words.min}`;
}
