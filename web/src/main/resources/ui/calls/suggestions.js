// What may be meant by the word at the caret: fields of the query, and their values. Pure; it offers, the server says what a query means.

const MOST = 8;
const DELIMITER = /[\s()]/;

const bare = (text) => text.toLowerCase().replace(/[-_.\s]+/g, " ").trim();

// 0 when it begins so, 1 when one of its words does, -1 when neither.
function fit(asked, text) {
  const plain = bare(text);
  if (plain.startsWith(asked)) return 0;
  return plain.includes(" " + asked) || (/[\u2e80-\uffff]/.test(asked) && plain.includes(asked)) ? 1 : -1;
}

// The word that ends at the caret; null inside of quotation marks.
function wordAt(text, caret) {
  const before = text.slice(0, caret);
  if ((before.match(/"/g) ?? []).length % 2) return null;
  let from = caret;
  while (from > 0 && !DELIMITER.test(text[from - 1])) from--;
  let to = caret;
  while (to < text.length && !DELIMITER.test(text[to])) to++;
  return { from, to, word: text.slice(from, caret) };
}

// What its slug begins with comes before what its name does, and that before what they hold further on.
function rank(asked, { value, label = "" }) {
  const [slug, name] = [fit(asked, value), fit(asked, label)];
  return Math.min(slug < 0 ? Infinity : slug * 2, name < 0 ? Infinity : name * 2 + 1);
}

const best = (asked, entries) =>
  entries
    .map((entry) => ({ entry, rank: rank(asked, entry) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);

/**
 * @param fields [{ field, label, values: [{ value, label }] }], in the order in which they are offered
 * @returns { from, to, items: [{ text, label }] }: each text stands in the place of from..to
 */
export function suggest(text, caret, fields) {
  const at = wordAt(text, caret);
  if (!at?.word) return { from: caret, to: caret, items: [] };
  const { from, to, word } = at;
  const colon = word.indexOf(":");
  if (colon > 0) return offer(text, from, to, valuesOf(word.slice(0, colon), word.slice(colon + 1), fields));
  // "call wai", "no ans": two words may be one name.
  const before = /[\p{L}]+ +$/u.exec(text.slice(0, from));
  const both = before ? spelled(before[0] + word, fields) : [];
  return both.length ? offer(text, before.index, to, both) : offer(text, from, to, named(word, fields));
}

function offer(text, from, to, found) {
  const whole = text.slice(from, to);
  return { from, to, items: found.filter((item) => item.text.trim() !== whole).slice(0, MOST) };
}

function valuesOf(name, begun, fields) {
  const { field, values = [] } = fields.find(({ field }) => field === name.toLowerCase()) ?? {};
  return best(bare(begun), values).map(({ value, label }) => ({ text: `${field}:${value} `, label }));
}

// One letter begins too much to be a value; a number is not spelled out.
function named(word, fields) {
  const asked = bare(word);
  if (!asked || /^[+*\d]/.test(asked)) return [];
  const names = fields.filter(({ field }) => field.startsWith(asked)).map(({ field, label }) => ({ text: `${field}:`, label }));
  return /^[a-z]$/.test(asked) ? names : [...names, ...spelled(word, fields)];
}

const spelled = (words, fields) => fields.flatMap(({ field }) => valuesOf(field, words, fields));

/** The text with a suggestion taken, and where the caret then stands. */
export function take(text, { from, to }, item) {
  const rest = text.slice(to);
  const before = text.slice(0, from) + item.text;
  return { text: before + (item.text.endsWith(" ") ? rest.trimStart() : rest), caret: before.length };
}
