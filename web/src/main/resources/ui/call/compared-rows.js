// The ladder's rows with what a comparison says of them: marks, and a ghost for every message that is missing.

/** Which message of this call each row of the comparison is about, and what kind of difference it is. */
export function marksOf(comparison) {
  const marks = new Map();
  comparison?.rows.forEach((row, i) => {
    if (row.here && row.kind !== "same") marks.set(row.here.message, { kind: row.kind, there: row.there, changes: row.changes, first: i === comparison.first });
  });
  return marks;
}

/**
 * @param rows of the ladder
 * @param at column of a node
 * @returns the rows with marks, and ghosts before the row of the next message that both calls have
 */
export function comparedRows(rows, comparison, at, columns) {
  if (!comparison) return rows;
  const marks = marksOf(comparison);
  const ghosts = ghostsBefore(comparison, at, columns);
  const all = [];
  for (const row of rows) {
    if (row.kind !== "message" || row.repeat) {
      all.push(row);
      continue;
    }
    const { number } = row.message;
    const before = ghosts.get(number) ?? [];
    // Time left out belongs to the message behind it.
    const gap = all.at(-1)?.kind === "gap" ? [all.pop()] : [];
    all.push(...before, ...gap, { ...row, mark: marks.get(number) ?? null });
  }
  return [...all, ...(ghosts.get(0) ?? [])];
}

/** Number of the message that they stand before; 0 for the end. */
function ghostsBefore(comparison, at, columns) {
  const ghosts = new Map();
  let waiting = [];
  comparison.rows.forEach((row, i) => {
    if (row.kind === "missing") waiting.push(ghost(row.there, i === comparison.first, comparison, at, columns));
    else if (row.here && waiting.length) {
      ghosts.set(row.here.message, waiting);
      waiting = [];
    }
  });
  if (waiting.length) ghosts.set(0, waiting);
  return ghosts;
}

function ghost(there, first, { parties }, at, columns) {
  const column = (role) => {
    const { node } = parties.find((party) => party.role === role) ?? {};
    return node === null || node === undefined ? -1 : at(node);
  };
  let [from, to] = [column(there.from), column(there.to)];
  // A party that this call does not have stands where there is room beside the other one.
  const beside = (known) => (known + 1 < columns ? known + 1 : Math.max(known - 1, 0));
  if (from < 0 && to < 0) [from, to] = [0, Math.max(columns - 1, 0)];
  else if (from < 0) from = beside(to);
  else if (to < 0) to = beside(from);
  const message = { ...there, number: "", repeats: [], sdp: null, transport: "", problems: 0, leg: 0, dialog: 0, transaction: 0, forwardOf: 0 };
  return { kind: "ghost", key: `missing ${there.message}`, message, repeat: 0, offsetMs: 0, deltaMs: null, from, to, lane: { leg: 0, slot: 0, dialogs: [] }, mark: { kind: "missing", there, changes: [], first } };
}

/** The next message before or after one at which the calls differ; null when there is none. */
export function nextDifference(model, key, way) {
  const rows = model.rows.map((row, i) => ({ row, i })).filter(({ row }) => row.mark);
  const here = model.rowOf.get(key) ?? -1;
  // A ghost cannot be selected: the message that stands before it is.
  const targets = rows.map(({ row, i }) => (row.kind === "message" ? i : model.rows.findLastIndex((one, j) => j < i && one.kind === "message"))).filter((i) => i >= 0);
  const found = way > 0 ? targets.find((i) => i > here) : targets.findLast((i) => i < here);
  return found === undefined ? null : model.rows[found].key;
}
