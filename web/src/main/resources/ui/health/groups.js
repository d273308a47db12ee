// The counters in the order they are read, by what they are of. Values only; what a newer server counts finds its place by its name.
const GROUPS = [
  ["sources", /^(sources|calls|notes|packets|sip_|capture_|rtp_|rtcp_|other_|refused_)/],
  ["capture", /^(live|hep)_/],
  ["log", /^log_/],
  ["limits", /^note_/],
  ["index", /^index_/],
  ["events", /^event_/],
];

// More than none of these is worth a look.
const LOSS = /(dropped|lost|failures|damage|holes|cut_at_open|gaps|complaints)/;

const REFUSED = /^hep_dropped_(not_allowed|unauthenticated|malformed)$/;

export const isLoss = (name, n) => n > 0 && LOSS.test(name) && !REFUSED.test(name);

/** What a counter counts in: bytes are said as such. */
export const isBytes = (name) => /(^|_)bytes(_|$)/.test(name);

/** Some that could have been kept was not. */
export const anyLoss = (counters) => Object.entries(counters ?? {}).some(([name, n]) => isLoss(name, n));

/** [{ group, counters: [[name, n]] }], every counter in exactly one of them, empty groups left out; `order` are names as they are read. */
export function grouped(counters, order = []) {
  const place = ([name]) => (order.indexOf(name) + 1 || order.length + 1);
  const groups = new Map([...GROUPS.map(([group]) => [group, []]), ["more", []]]);
  for (const [name, n] of Object.entries(counters)) {
    const found = GROUPS.find(([, names]) => names.test(name))?.[0] ?? "more";
    groups.get(found).push([name, n]);
  }
  return [...groups].map(([group, list]) => ({ group, counters: list })).filter(({ counters: list }) => list.length)
    .map(({ group, counters: list }) => ({ group, counters: list.toSorted((a, b) => place(a) - place(b)) }));
}
