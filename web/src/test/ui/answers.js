// What the API answers, over the made-up calls: enough of the query language for facets, numbers and times.
import { assign, clauses } from "../../main/resources/ui/calls/query.js";

const FIELDS = ["outcome", "kind", "source", "flow", "after", "before", "number", "from", "to", "caller", "callee"];
const KEYS = { start: "start", pdd: "postDialDelayMs", ring: "ringMs", talk: "talkMs", messages: "messages", duration: "durationMs" };
const FACETS = ["flow", "outcome", "kind", "source"];
const CLASS = { answered: "ok", ok: "ok", "in-progress": "ok", rejected: "bad", failed: "bad" };

export class Unreadable extends Error {
  constructor(column, expected) {
    super(expected);
    Object.assign(this, { column, expected });
  }
}

const flowsOf = (call) => call.flows.map(({ flow }) => flow);
const has = (call, field, value) => (field === "flow" ? flowsOf(call).includes(value) : call[field] === value);

function test({ text, field, values }, q) {
  if (field && !FIELDS.includes(field)) throw new Unreadable(q.indexOf(text) + 1, "a field such as from, to, outcome, after");
  if (values.includes("")) throw new Unreadable(q.indexOf(text) + text.length + 1, "a value");
  if (field === "after") return (call) => call.start >= values[0].replace("Z", "");
  if (field === "before") return (call) => call.start < values[0].replace("Z", "");
  if (["outcome", "kind", "source", "flow"].includes(field)) return (call) => values.some((value) => has(call, field, value));
  const wanted = (values[0] ?? text).replace(/[*"]/g, "").toLowerCase();
  const fields = { caller: ["caller"], from: ["caller"], callee: ["callee"], to: ["callee"] }[field] ?? [
    "caller",
    "callee",
    "callerName",
    "calleeName",
  ];
  return (call) => fields.some((name) => call[name]?.toLowerCase().includes(wanted));
}

const matching = (all, q) => {
  const tests = clauses(q).map((clause) => test(clause, q));
  return all.filter((call) => tests.every((holds) => holds(call)));
};

// Counted without the facet's own clause: what a further press would give.
function facet(all, q, name, labels) {
  const counts = new Map();
  for (const call of matching(all, assign(q, name, [])))
    for (const value of name === "flow" ? flowsOf(call) : [call[name]]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, label: labels[value], count }));
}

function histogram(found) {
  if (!found.length) return null;
  const times = found.map(({ start }) => Date.parse(start)),
    from = Math.min(...times),
    to = Math.max(...times);
  const step = [1000, 5000, 15000, 60000, 120000, 300000, 900000, 3600000].find((size) => (to - from) / size < 95) ?? 86_400_000;
  const first = Math.floor(from / step) * step,
    buckets = Array.from({ length: Math.floor((to - first) / step) + 1 }, () => ({ ok: 0, no: 0, bad: 0 }));
  found.forEach((call, i) => buckets[Math.floor((times[i] - first) / step)][CLASS[call.outcome] ?? "no"]++);
  return { from: new Date(first).toISOString(), to: new Date(to).toISOString(), bucketMs: step, buckets };
}

export function search(all, { q = "", sort = "-start", limit = 50, after = null, skip = 0 }, labels) {
  const key = KEYS[sort.replace("-", "")],
    sign = sort.startsWith("-") ? -1 : 1,
    began = performance.now();
  const found = matching(all, q).sort(
    (a, b) => sign * (a[key] === b[key] ? (a.id < b.id ? -1 : 1) : (a[key] ?? -1) < (b[key] ?? -1) ? -1 : 1),
  );
  const at = Number(after ?? 0) + skip,
    page = found.slice(at, at + limit);
  const head = at
    ? {}
    : { facets: Object.fromEntries(FACETS.map((name) => [name, facet(all, q, name, labels)])), histogram: histogram(found) };
  return {
    total: found.length,
    calls: page,
    first: at,
    next: at + limit < found.length ? String(at + limit) : null,
    ...head,
    tookMs: performance.now() - began,
  };
}
