// The ladder as plain values: which rows, in which order, from which column to which. Knows the API's JSON, not the screen.
import { UNKNOWN, columnFinder, columnsOf } from "./columns.js";
import { comparedRows } from "./compared-rows.js";
import { matcher } from "./filter.js";
import { withFolds } from "./folds.js";

/** Left-out time is shown from this on; shorter pauses are in the Δ. */
const GAP_MS = 1000;

/**
 * @typedef {{order: string, leg: number, filter: string, repeats: boolean}} View leg 0 = all linked legs
 * @typedef {{kind: "message", key: string, message: object, repeat: number, offsetMs: number, deltaMs: number | null,
 *   from: number, to: number, lane: object}} MessageRow
 * @typedef {{kind: "bar", key: string, bar: object, from: number, to: number, lane: object}} BarRow
 * @typedef {{kind: "gap", key: string, ms: number}} GapRow
 * @typedef {{kind: "ghost", key: string, message: object, from: number, to: number, mark: object}} GhostRow a message that is missing
 * @typedef {{kind: "fold", key: string, first: object, last: object, count: number}} FoldRow
 */

/** Everything the drawing needs. */
export function ladderModel(call, view, comparison = null) {
  const known = new Set(call.nodes.map((n) => n.index));
  const strange = call.messages.some((m) => !known.has(m.from) || !known.has(m.to));
  const columns = columnsOf(call.nodes, view.order, strange);
  const at = columnFinder(columns, call.nodes);
  const lanes = lanesOf(call);
  const matches = matcher(view.filter);
  const messages = call.messages.filter((m) => (view.leg === 0 || m.leg === view.leg) && matches(m));
  const rows = comparedRows(rowsOf(call, messages, view, at, lanes), comparison, at, columns.length);
  const rowOf = new Map(rows.flatMap((row, i) => (row.kind === "message" ? [[row.key, i]] : [])));
  return {
    call,
    columns,
    lanes,
    rows,
    rowOf,
    shown: messages.length,
    total: call.messages.length,
    links: linksOf(call, rows, rowOf),
    holds: holdsOf(rows),
  };
}

/** A leg's colour and shape: eight of them, in order of first message. A leg of several dialogs must tell them apart. */
export function lanesOf(call) {
  const dialogs = new Map();
  for (const d of call.dialogs) dialogs.set(d.leg, [...(dialogs.get(d.leg) ?? []), d.number]);
  return new Map(call.legs.map((leg) => [leg.number, { leg: leg.number, slot: ((leg.number - 1) % 8) + 1, dialogs: dialogs.get(leg.number) ?? [] }]));
}

const NO_LANE = { leg: 0, slot: 0, dialogs: [] };

function rowsOf(call, messages, view, at, lanes) {
  const bars = barsByMessage(call, messages);
  const rows = [];
  let previous = null;
  for (const seen of sightings(messages, view.repeats)) {
    if (seen.fold) {
      rows.push({ kind: "fold", key: `fold ${seen.first.number}`, ...seen });
      previous = seen.last.offsetMs;
      continue;
    }
    const { message, offsetMs } = seen;
    const deltaMs = previous === null ? null : offsetMs - previous;
    if (deltaMs !== null && deltaMs >= GAP_MS) rows.push({ kind: "gap", key: `gap ${seen.key}`, ms: deltaMs });
    rows.push({
      kind: "message",
      ...seen,
      deltaMs,
      lane: lanes.get(message.leg) ?? NO_LANE,
      from: at(message.from, message.fromEndpoint),
      to: at(message.to, message.toEndpoint),
    });
    if (seen.repeat === 0) {
      for (const [i, bar] of (bars.get(message.number) ?? []).entries()) {
        rows.push({
          kind: "bar",
          key: `bar ${message.number}.${i}`,
          bar,
          from: at(bar.fromNode),
          to: at(bar.toNode),
          lane: lanes.get(call.dialogs.find((d) => d.number === bar.dialog)?.leg) ?? NO_LANE,
        });
      }
    }
    previous = offsetMs;
  }
  return rows;
}

/** Each message once and runs of keep-alives folded, or once per sighting; a message keeps its number, its repeats are 3.1, 3.2 … */
function sightings(messages, repeats) {
  const all = (repeats ? messages : withFolds(messages)).flatMap((message) =>
    message.fold
      ? [message]
      : [
          { key: String(message.number), message, repeat: 0, offsetMs: message.offsetMs },
          ...(repeats ? message.repeats.map((r, i) => ({ key: `${message.number}.${i + 1}`, message, repeat: i + 1, offsetMs: r.offsetMs })) : []),
        ],
  );
  return repeats ? all.sort((a, b) => a.offsetMs - b.offsetMs || a.message.number - b.message.number || a.repeat - b.repeat) : all;
}

/** A bar stands after the message that made it true, or after the last one shown before that. */
function barsByMessage(call, messages) {
  const bars = new Map();
  const legs = new Set(messages.map((m) => m.leg));
  for (const bar of call.mediaBars ?? []) {
    const leg = call.dialogs.find((d) => d.number === bar.dialog)?.leg;
    const anchor = messages.findLast((m) => m.number <= bar.after);
    if (!anchor || (leg !== undefined && !legs.has(leg))) continue;
    bars.set(anchor.number, [...(bars.get(anchor.number) ?? []), bar]);
  }
  return bars;
}

/** Cause and effect where the analysis names both messages and both are on the ladder. */
function linksOf(call, rows, rowOf) {
  return call.legs.flatMap((leg) => {
    const [cause, effect] = leg.link?.evidence ?? [];
    const [a, b] = [rowOf.get(String(cause)), rowOf.get(String(effect))];
    if (a === undefined || b === undefined || a >= b) return [];
    return [{ fromRow: a, toRow: b, kind: leg.link.kind, reason: leg.link.reason, reasonZh: leg.link.reasonZh, cause: rows[a].message, effect: rows[b].message, column: sharedColumn(rows[a], rows[b]) }];
  });
}

/** Where the curve runs: at a party of both messages, the one the cause went to first. */
function sharedColumn(cause, effect) {
  const near = [effect.from, effect.to];
  return near.includes(cause.to) ? cause.to : near.includes(cause.from) ? cause.from : cause.to;
}

/** A hold runs from the answer that agreed to it until media flows again or the dialog ends. */
function holdsOf(rows) {
  const messages = rows.flatMap((row, i) => (row.kind === "message" ? [[row, i]] : []));
  return rows
    .filter((row) => row.kind === "bar" && row.bar.kind === "hold" && row.from >= 0 && row.to >= 0)
    .flatMap(({ bar, from, to }) => {
      const start = messages.findLast(([row]) => row.offsetMs <= bar.startMs + 0.5);
      const end = bar.endMs === null ? messages.at(-1) : (messages.find(([row]) => row.offsetMs >= bar.endMs - 0.5) ?? messages.at(-1));
      return start ? [{ fromRow: start[1], toRow: end[1], from: Math.min(from, to), to: Math.max(from, to) }] : [];
    });
}

/** The row to go to from `key`: `steps` rows on among those `like` accepts; stays where there is none. */
export function step(model, key, steps, like = () => true) {
  const here = model.rowOf.get(key);
  const forward = steps > 0;
  let found = key;
  let left = Math.abs(steps);
  for (
    let i = here === undefined ? (forward ? 0 : model.rows.length - 1) : here + Math.sign(steps);
    left > 0 && i >= 0 && i < model.rows.length;
    i += Math.sign(steps)
  ) {
    const row = model.rows[i];
    if (row.kind !== "message" || !like(row.message)) continue;
    found = row.key;
    left--;
  }
  return found;
}

/** Before there is a dialog, what belongs together is the leg. */
export const sameDialog = (message) => (other) => (message.dialog > 0 ? other.dialog === message.dialog : other.leg === message.leg);

export const sameTransaction = (message) => (other) => message.transaction > 0 && other.transaction === message.transaction;

/** "3.1" → message 3, its first repeat. Nothing for a key that names no message of this call. */
export function parseKey(call, key) {
  const [number, repeat = 0] = String(key ?? "")
    .split(".")
    .map(Number);
  const message = call.messages[number - 1]?.number === number ? call.messages[number - 1] : call.messages.find((m) => m.number === number);
  if (!message || (repeat > 0 && !message.repeats[repeat - 1])) return null;
  return { message, repeat, position: repeat > 0 ? message.repeats[repeat - 1].position : message.position };
}

/** What the message pane shows of a row: the same for the list's first sight and for a deep link. */
export function rowFor(call, model, { message, repeat, position }) {
  const name = (index) => call.nodes.find((n) => n.index === index)?.name ?? "?";
  const time = repeat ? new Date(Date.parse(message.time) + message.repeats[repeat - 1].offsetMs - message.offsetMs).toISOString() : message.time;
  return {
    message,
    repeat,
    position,
    time,
    key: repeat ? `${message.number}.${repeat}` : String(message.number),
    lane: model.lanes.get(message.leg) ?? { slot: 0, dialogs: [] },
    from: name(message.from),
    to: name(message.to),
  };
}

export const unseenStarts = (call) => call.legs.filter((leg) => leg.startUnseen);

export { UNKNOWN };
