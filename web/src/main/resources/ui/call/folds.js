// Long runs of keep-alives say nothing one by one: all but the first and the last exchange of a run are folded to a row.

/** Only a call this long is worth folding, and only a run of this many messages. */
const LONG_CALL = 200;
const LONG_RUN = 12;
/** Messages that stay at either end of a run: one request and its answer. */
const KEPT = 2;

/** @returns {Array<object | {fold: true, first: object, last: object, count: number}>} messages, with folded runs in their place */
export function withFolds(messages) {
  if (messages.length < LONG_CALL) return messages;
  const out = [];
  for (let i = 0; i < messages.length;) {
    let end = i;
    while (end < messages.length && messages[end].method === "OPTIONS") end++;
    if (end - i < LONG_RUN) {
      out.push(messages[i++]);
      continue;
    }
    const hidden = messages.slice(i + KEPT, end - KEPT);
    out.push(
      ...messages.slice(i, i + KEPT),
      { fold: true, first: hidden[0], last: hidden.at(-1), count: hidden.length },
      ...messages.slice(end - KEPT, end),
    );
    i = end;
  }
  return out;
}
