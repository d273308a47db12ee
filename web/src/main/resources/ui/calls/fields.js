// The fields of the query language with what they can hold, in words of the language that is shown.
import { catalogue } from "../flows.js";
import en from "../i18n/query.en.js";
import zh from "../i18n/query.zh.js";
import { addWords, known, language, t } from "../i18n/i18n.js";
import { OUTCOME_ORDER } from "../icons.js";
import { results } from "./results.js";

addWords({ en, zh });

const METHODS = "INVITE ACK BYE CANCEL REGISTER OPTIONS PRACK SUBSCRIBE NOTIFY PUBLISH INFO REFER MESSAGE UPDATE".split(" ");
const KINDS = ["call", "registration", "subscription", "options", "message", "attack", "other"];
const ORDER = Object.keys(en).flatMap((key) => (key.startsWith("field.") ? [key.slice(6)] : []));

const word = (key) => (known(key) ? t(key) : undefined);
const slugs = (field, values) => values.map((value) => ({ value, label: word(`${field}.${value}`) }));

// What the calls of the list have comes first, the most frequent before the others.
function flowsOf(flows) {
  const counts = new Map((results().facets.flow ?? []).map(({ value, count }) => [value, count]));
  const all = flows.map(({ flow, title }) => ({ value: flow, label: title[language()] }));
  return all.sort((a, b) => (counts.get(b.value) ?? 0) - (counts.get(a.value) ?? 0));
}

/** What is recognised comes from the server, once; without it the fields have no values of that kind. */
export async function queryFields() {
  const { flows, hints } = await catalogue().catch(() => ({ flows: [], hints: [] }));
  const values = {
    flow: flowsOf(flows),
    outcome: slugs("outcome", OUTCOME_ORDER),
    hint: slugs(
      "hint",
      hints.map(({ hint }) => hint),
    ),
    kind: slugs("kind", KINDS),
    method: METHODS.map((value) => ({ value })),
    confidence: slugs("confidence", ["high", "medium", "low"]),
  };
  return ORDER.map((field) => ({ field, label: t(`field.${field}`), values: values[field] }));
}
