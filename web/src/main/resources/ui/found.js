// What was concluded of a call, put together for showing: each kind once, with all its evidence. Values only.

/** Every answered call has them: said only where nothing else is. */
const USUAL = new Set(["call-setup", "release"]);
const RANK = ["info", "notice", "warning"];
export const LEVELS = { high: 3, medium: 2, low: 1 };

const numbers = (lists) => [...new Set(lists.flat())].sort((a, b) => a - b);

/** Each kind of flow once, the headline first: { flow, confidence, evidence, found } with the best confidence and all evidence. */
export function flowsOf(call) {
  const kinds = new Map();
  for (const found of call.flows ?? []) {
    const kind = kinds.get(found.flow) ?? { flow: found.flow, confidence: found.confidence, evidence: [], found: [] };
    if (LEVELS[found.confidence] > LEVELS[kind.confidence]) kind.confidence = found.confidence;
    kind.found.push(found);
    kinds.set(found.flow, kind);
  }
  for (const kind of kinds.values()) kind.evidence = numbers(kind.found.map(({ evidence }) => evidence ?? []));
  const all = [...kinds.values()];
  const head = all.find(({ flow }) => flow === call.headline) ?? all[0] ?? null;
  return { head, rest: all.filter((kind) => kind !== head), told: all.filter((kind) => kind !== head && !USUAL.has(kind.flow)) };
}

/** Each kind of hint once, the gravest first. */
export function hintsOf(call) {
  const kinds = new Map();
  for (const one of call.hints ?? []) {
    const kind = kinds.get(one.hint) ?? { ...one, evidence: [] };
    kind.evidence = numbers([kind.evidence, one.evidence ?? []]);
    kinds.set(one.hint, kind);
  }
  return [...kinds.values()].sort((a, b) => RANK.indexOf(b.severity) - RANK.indexOf(a.severity));
}
