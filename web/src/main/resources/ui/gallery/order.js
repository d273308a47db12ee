// The order of flows, as the catalogue gives it: by group, and one after the other.

/** @returns {[string, object[]][]} groups in order of precedence */
export function grouped(flows) {
  const groups = new Map();
  for (const flow of flows) groups.set(flow.group, [...(groups.get(flow.group) ?? []), flow]);
  return [...groups];
}

/** The flow that comes so many steps after another; null beyond the ends. */
export function neighbour(flows, slug, steps) {
  const at = flows.findIndex(({ flow }) => flow === slug);
  return flows[at < 0 ? 0 : at + steps]?.flow ?? null;
}
