// What time it is in a capture that still grows: the server's clock, which stamps its packets, and never before the newest of them.
import { instant } from "../format.js";

export class CaptureClock {
  #heard = new Map();

  /** Takes in what the server told of a source, at a time of the page's own clock. The same may be told again later. */
  hear({ id, lastPacket, state, now: told }, now) {
    const live = state === "live",
      before = this.#heard.get(id);
    if (before?.lastPacket === lastPacket && before.live === live && before.told === told) return;
    const last = instant(lastPacket)?.ms ?? null,
      ms = live && last !== null && told ? Math.max(last, instant(told).ms) : last;
    this.#heard.set(id, { lastPacket, live, told, now, ms });
  }

  /** Milliseconds since 1970 in the capture, and whether they go on; null while nothing of it is known. */
  at(id, now) {
    const heard = this.#heard.get(id);
    if (!heard || heard.ms === null) return null;
    return { ms: heard.ms + (heard.live ? now - heard.now : 0), live: heard.live };
  }
}

const clock = new CaptureClock();
export const hearOf = (source) => clock.hear(source, performance.now());
export const captureTime = (id) => clock.at(id, performance.now());

const SECOND = 1000;

/** Calls back each second until the way to stop is taken. */
export function eachSecond(listener) {
  const timer = setInterval(listener, SECOND);
  return () => clearInterval(timer);
}

/** Not over, as far as it was captured: not answered yet, or answered and not released. */
export const isOpen = ({ kind, outcome, endedBy }) => kind === "call" && (outcome === "in-progress" || (outcome === "answered" && endedBy === null));

/** How long a call has been talked in: one that is open, of a live source, counts on. */
export function talkOf(call, time = captureTime(call.source)) {
  if (!isOpen(call) || call.talkMs === null || call.talkMs === undefined || !time?.live) return call.talkMs;
  const answered = instant(call.end).ms - call.talkMs;
  return Math.max(call.talkMs, time.ms - answered);
}
