// A message as it stood on the wire: exact bytes → lines → pieces. Plain values; nothing is drawn here.

export function bytesOf(base64) {
  const binary = atob(base64);
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text and, where bytes are no UTF-8, the bytes themselves: [{text}, {byte: 0xe9}, {text}]. */
export function piecesOf(bytes) {
  try {
    return [{ text: strict.decode(bytes) }];
  } catch {
    return salvaged(bytes);
  }
}

function salvaged(bytes) {
  const pieces = [];
  let from = 0;
  const flush = (to) => {
    if (to > from) pieces.push({ text: strict.decode(bytes.subarray(from, to)) });
  };
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    flush(at);
    pieces.push({ byte: bytes[at] });
    from = ++at;
  }
  flush(bytes.length);
  return pieces;
}

/** Length of the UTF-8 sequence that begins here, 0 when none does (RFC 3629 §4). */
function sequenceAt(bytes, at) {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  try {
    strict.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}

/**
 * The lines of a message with the offset each begins at. The part is "start", "header", "blank" or "body"; a folded
 * header line (RFC 3261 §7.3.1) is a header line of its own whose name is "".
 */
export function linesOf(bytes, bodyOffset) {
  const lines = [];
  let from = 0;
  while (from < bytes.length) {
    let end = bytes.indexOf(10, from);
    if (end < 0) end = bytes.length;
    const stop = end > from && bytes[end - 1] === 13 ? end - 1 : end;
    lines.push({ offset: from, end: end + 1, pieces: piecesOf(bytes.subarray(from, stop)), ...partOf(lines.length, from, stop, bodyOffset) });
    from = end + 1;
  }
  return lines.map((line) => (line.part === "header" ? named(line) : line));
}

function partOf(index, from, stop, bodyOffset) {
  if (index === 0) return { part: "start" };
  if (bodyOffset > 0 && from >= bodyOffset) return { part: "body" };
  return { part: stop === from ? "blank" : "header" };
}

function named(line) {
  const [first, ...others] = line.pieces;
  const found = /^([^:\s][^:]*:)([^]*)$/.exec(first?.text ?? "");
  if (!found) return { ...line, name: "" };
  return { ...line, name: found[1], pieces: [{ text: found[2] }, ...others] };
}

const BRANCH = /z9hG4bK[\w.\-!%*+`'~]+/;

/** Every identifier of this call with its leg, longest first; percent-encoded spellings are the same identifier (RFC 3891 in Refer-To). */
export function identifiersOf(call) {
  const ids = new Map();
  const add = (text, leg) => {
    if (text && text.length > 1 && !ids.has(text)) ids.set(text, leg);
  };
  for (const leg of call.legs) add(leg.callId, leg.number);
  for (const dialog of call.dialogs) for (const tag of [dialog.callerTag, dialog.calleeTag]) add(tag, dialog.leg);
  for (const [text, leg] of [...ids]) add(encodeURIComponent(text), leg);
  return [...ids].map(([text, leg]) => ({ text, leg })).sort((a, b) => b.text.length - a.text.length);
}

/** "tag=al-71c3;x" → [{text: "tag="}, {text: "al-71c3", leg: 1}, {text: ";x"}]; branches are {text, branch: true}. */
export function painted(text, identifiers) {
  const marks = [];
  for (const { text: id, leg } of identifiers) {
    for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length)) {
      if (whole(text, at, at + id.length) && !marks.some((m) => at < m.end && m.at < at + id.length)) marks.push({ at, end: at + id.length, leg });
    }
  }
  const branch = BRANCH.exec(text);
  if (branch && !marks.some((m) => branch.index < m.end && m.at < branch.index + branch[0].length)) {
    marks.push({ at: branch.index, end: branch.index + branch[0].length, branch: true });
  }
  const out = [];
  let from = 0;
  for (const { at, end, leg, branch: isBranch } of marks.sort((a, b) => a.at - b.at)) {
    if (at > from) out.push({ text: text.slice(from, at) });
    out.push(isBranch ? { text: text.slice(at, end), branch: true } : { text: text.slice(at, end), leg });
    from = end;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

/** A tag "a1" inside "beta12" is no identifier. */
function whole(text, from, to) {
  const word = /[\w.-]/;
  return !(word.test(text[from - 1] ?? " ") && word.test(text[from])) && !(word.test(text[to - 1]) && word.test(text[to] ?? " "));
}

/** A value breaks after ; & and ? and nowhere else, as long as it can. */
export const breakable = (text) => text.split(/(?<=[;&?])/);

/** A rest this small is not worth a button. */
const WORTH = 48;

/** What of a value stands before the fold, when `room` is {columns, lines}, and how many characters stand behind it. */
export function folded(pieces, room) {
  const lengthOf = (p) => p.text?.length ?? 1;
  const total = pieces.reduce((sum, p) => sum + lengthOf(p), 0);
  const limit = total <= room.columns ? total : roomFor(pieces, room);
  if (total <= limit + WORTH) return { shown: pieces, more: 0 };
  const shown = [];
  let left = limit;
  for (const piece of pieces) {
    if (left <= 0) break;
    shown.push(lengthOf(piece) <= left ? piece : { ...piece, text: piece.text.slice(0, left) });
    left -= lengthOf(piece);
  }
  return { shown, more: total - limit };
}

/** How many characters fill the lines when each breaks as breakable() and white space allow. */
function roomFor(pieces, { columns, lines }) {
  const words = pieces.flatMap((p) => (p.text ?? "0xFF").split(/(?<=[;&?\s])/));
  let [line, column, taken] = [1, 0, 0];
  for (const word of words) {
    if (column > 0 && column + word.length > columns) [line, column] = [line + 1, 0];
    if (line > lines) return taken;
    const space = (lines - line + 1) * columns - column;
    if (word.length > space) return taken + space;
    column += word.length;
    while (column > columns) [line, column] = [line + 1, column - columns];
    taken += word.length;
  }
  return taken;
}

/** The part in which two values differ: what they share at the start and at the end. */
export function difference(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, end };
}
