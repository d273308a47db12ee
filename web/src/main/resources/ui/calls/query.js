// Edits a query as text: what a facet, the histogram or a "drop this clause" button changes. Pure; the server alone says what a query means.

const WORD = /"(?:\\.|[^"\\])*"?|[()]|(?:[^\s()"]|"(?:\\.|[^"\\])*"?)+/g;
const FIELD = /^([A-Za-z][\w.-]*):(.*)$/s;
const JOINS = new Set(["and", "or", "not"]);
const NUMBERS = new Set(["number", "from", "to", "caller", "callee"]);

function tokens(text) {
  return [...text.matchAll(WORD)].map((found) => {
    const word = found[0].toLowerCase();
    return {
      text: found[0],
      start: found.index,
      end: found.index + found[0].length,
      kind: JOINS.has(word) || word === "(" || word === ")" ? word : "word",
    };
  });
}

const unquote = (value) => (value.startsWith('"') ? value.replace(/^"|"$/g, "").replace(/\\(.)/g, "$1") : value);
export const quote = (value) => (/^[\w.@+*:%-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`);

// A parenthesis that only offers values of one field, as toggle writes it, counts as that field.
function meaning(part) {
  const words = part.filter(({ kind }) => kind === "word"),
    plain = part.every(({ kind }) => kind !== "not" && kind !== "and");
  const pairs = words.map(({ text }) => FIELD.exec(text)).map((found) => found && [found[1].toLowerCase(), unquote(found[2])]);
  if (!plain || !pairs.length || pairs.includes(null) || pairs.some(([field]) => field !== pairs[0][0])) return { field: null, values: [] };
  if (pairs.length > 1 && part.filter(({ kind }) => kind === "or").length !== pairs.length - 1) return { field: null, values: [] };
  return { field: pairs[0][0], values: pairs.map(([, value]) => value) };
}

// The parts of a query that must all hold. A query with a bare "or" is one part.
export function clauses(text) {
  const all = tokens(text),
    parts = [];
  let depth = 0,
    part = [],
    either = false;
  for (const token of all) {
    if (token.kind === "or" && depth === 0) either = true;
    if (token.kind === "and" && depth === 0) continue;
    part.push(token);
    if (token.kind === "(") depth++;
    else if (token.kind === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && token.kind !== "not") parts.push(part.splice(0));
  }
  if (part.length) parts.push(part);
  const whole = either && all.length ? [all] : parts;
  return whole.map((some) => ({
    text: text.slice(some[0].start, some.at(-1).end),
    ...(either ? { field: null, values: [] } : meaning(some)),
  }));
}

// What stands beside a new clause: a bare "or" binds weaker than standing side by side.
function texts(text) {
  const parts = clauses(text);
  const loose = parts.length === 1 && tokens(text).some(({ kind }) => kind === "or") && !parts[0].text.startsWith("(");
  return loose ? [{ ...parts[0], text: `(${parts[0].text})` }] : parts;
}

const join = (parts) => parts.map(({ text }) => text).join(" ");

export const values = (text, field) => new Set(clauses(text).flatMap((clause) => (clause.field === field ? clause.values : [])));

const clauseOf = (field, chosen) => {
  const each = chosen.map((value) => `${field}:${quote(value)}`);
  return each.length > 1 ? `(${each.join(" or ")})` : each[0];
};

// Puts `chosen` in the place of what the query said about a field; an empty list removes it.
export function assign(text, field, chosen) {
  const parts = texts(text),
    at = parts.findIndex((part) => part.field === field);
  const rest = parts.filter((part) => part.field !== field);
  if (chosen.length) rest.splice(at < 0 ? rest.length : Math.min(at, rest.length), 0, { text: clauseOf(field, chosen) });
  return join(rest);
}

export function toggle(text, field, value) {
  const chosen = values(text, field);
  if (!chosen.delete(value)) chosen.add(value);
  return assign(text, field, [...chosen]);
}

// The query without one of its clauses, by position.
export const without = (text, index) => join(clauses(text).filter((_, at) => at !== index));

export function range(text) {
  const one = (field) => [...values(text, field)][0] ?? null;
  return { after: one("after"), before: one("before") };
}

export const withRange = (text, after, before) => assign(assign(text, "after", after ? [after] : []), "before", before ? [before] : []);
export const withoutRange = (text) => withRange(text, null, null);

// Runs of digits that the query looks for, to be shown where they were found.
export function digits(text) {
  const words = tokens(text)
    .filter(({ kind }) => kind === "word")
    .map((token) => token.text);
  const wanted = words.map((word) => {
    const found = FIELD.exec(word);
    if (found) return NUMBERS.has(found[1].toLowerCase()) ? unquote(found[2]) : "";
    return unquote(word);
  });
  return wanted.filter((word) => /^[+*\d][\d*\s-]*$/.test(word)).flatMap((word) => word.match(/\d{2,}/g) ?? []);
}

// A number in pieces: { text, hit }. A longer form that ends in the number (+86…) marks it whole.
export function highlight(number, runs) {
  for (const run of runs) {
    const at = number.indexOf(run);
    if (at >= 0)
      return [{ text: number.slice(0, at) }, { text: run, hit: true }, { text: number.slice(at + run.length) }].filter(({ text }) => text);
    if (number.length > 4 && run.endsWith(number)) return [{ text: number, hit: true }];
  }
  return [{ text: number }];
}
