// When each dialog of a call was in which state, on the linear time of the slider. Values only.

/** More lanes than these are not told apart. */
const LANES = 6;

/**
 * A lane for every dialog of an INVITE, or for the attempt that made none: { leg, dialog, from, to, open, spans }.
 * Spans follow each other without a hole: calling, early, confirmed, hold, again confirmed.
 */
export function lanesOver(call) {
  const lanes = [];
  for (const leg of call.legs.filter(({ method }) => method === "INVITE")) {
    const dialogs = call.dialogs.filter((dialog) => dialog.leg === leg.number);
    if (dialogs.length === 0) lanes.push({ leg: leg.number, dialog: 0, ...ends(call, leg), spans: attempt(call, leg) });
    for (const [i, dialog] of dialogs.entries())
      lanes.push({ leg: leg.number, dialog: dialog.number, from: dialog.callerNode, to: dialog.calleeNode, open: !dialog.ended, spans: spansOf(call, leg, dialog, i === 0) });
  }
  return { lanes: lanes.slice(0, LANES), more: Math.max(lanes.length - LANES, 0) };
}

const at = (call, number) => call.messages[number - 1]?.offsetMs ?? null;
const end = (call) => call.messages.at(-1)?.offsetMs ?? 0;

const ends = (call, leg) => {
  const first = call.messages[leg.first - 1];
  return { from: first?.from ?? -1, to: first?.to ?? -1 };
};

/** An attempt that came to nothing lasts from its first message to its last. */
const attempt = (call, leg) => [{ state: "calling", from: at(call, leg.first) ?? 0, to: at(call, leg.last) ?? end(call) }];

function spansOf(call, leg, dialog, first) {
  const over = dialog.ended ? (at(call, dialog.ended) ?? end(call)) : end(call);
  const marks = [];
  if (first && !dialog.startUnseen) marks.push(["calling", at(call, leg.first)]);
  if (dialog.early) marks.push(["early", at(call, dialog.early)]);
  if (dialog.confirmed || dialog.startUnseen) marks.push(["confirmed", dialog.confirmed ? at(call, dialog.confirmed) : at(call, leg.first)]);
  const spans = marks
    .filter(([, from]) => from !== null && from <= over)
    .map(([state, from], i, all) => ({ state, from, to: Math.min(all[i + 1]?.[1] ?? over, over) }));
  return spans.flatMap((span) => (span.state === "confirmed" ? withHolds(span, holdsIn(call, dialog)) : [span]));
}

const holdsIn = (call, dialog) => (call.mediaBars ?? []).filter((bar) => bar.kind === "hold" && bar.dialog === dialog.number);

/** Cuts the periods of hold out of a confirmed dialog. */
function withHolds(span, holds) {
  const pieces = [];
  let from = span.from;
  for (const { startMs, endMs } of [...holds].sort((a, b) => a.startMs - b.startMs)) {
    const [start, stop] = [Math.max(startMs, from), Math.min(endMs ?? span.to, span.to)];
    if (stop <= start) continue;
    if (start > from) pieces.push({ state: "confirmed", from, to: start });
    pieces.push({ state: "hold", from: start, to: stop });
    from = stop;
  }
  if (from < span.to || pieces.length === 0) pieces.push({ state: "confirmed", from, to: span.to });
  return pieces;
}

/** What a lane is at a moment: its span's state, "none" before the first; after the last it is over, unless the capture was first. */
export function stateAt(lane, ms) {
  const now = lane.spans.findLast((span) => span.from <= ms + 1e-6);
  if (!now) return "none";
  return ms < now.to - 1e-6 || (lane.open && now === lane.spans.at(-1)) ? now.state : "terminated";
}

/** Round seconds under the axis, at most `most` of them. */
export function ticks(totalMs, most) {
  const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];
  const step = (steps.find((seconds) => totalMs / 1000 / seconds <= most) ?? 86400 * Math.ceil(totalMs / 86400_000 / most)) * 1000;
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, i) => i * step);
}

/** The last message that had been seen at a moment. */
export function messageAt(messages, ms) {
  let found = messages[0]?.number ?? 0;
  for (const message of messages) if (message.offsetMs <= ms + 1e-6) found = message.number;
  return found;
}
