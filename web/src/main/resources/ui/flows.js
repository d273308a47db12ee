// Flows and hints in words and marks, for the list and for one call. What the server calls them is asked for once.
import { html } from "lit";
import { get } from "./api.js";
import { LEVELS } from "./found.js";
import en from "./i18n/hints.en.js";
import zh from "./i18n/hints.zh.js";
import { addWords, known, retell, t } from "./i18n/i18n.js";
import { icon } from "./icons.js";

addWords({ en, zh });

const TONES = { warning: ["bad", "warning"], notice: ["", "note"], info: ["quiet", "note"] };

let asked = null;

/** Everything that can be recognised, and the terms, in both languages: asked for once, and again after a failure. */
export function catalogue() {
  asked ??= get("/flows").catch((failure) => {
    asked = null;
    throw failure;
  });
  return asked;
}

/** The names of the flows in both languages; a slug stands for itself until they are here. */
export async function loadFlowNames() {
  const { flows } = await catalogue();
  const named = (language) => Object.fromEntries(flows.map(({ flow, title }) => [`flow.${flow}`, title[language]]));
  addWords({ en: named("en"), zh: named("zh") });
  retell();
}

export const flowWord = (slug) => (known(`flow.${slug}`) ? t(`flow.${slug}`) : slug);

/** What is only inferred is never said as a fact. */
export const flowLabel = ({ flow, confidence }) => (confidence === "low" ? t("flow.possible", { flow: flowWord(flow) }) : flowWord(flow));

export function confidenceBars(level) {
  const bars = LEVELS[level] ?? 0;
  const marks = [1, 2, 3].map((i) => html`<i class=${i > bars ? "off" : ""}></i>`);
  return html`<span class="conf" role="img" aria-label=${t(`confidence.${level}`)}>${marks}</span>`;
}

export { flowsOf, hintsOf } from "./found.js";

export const hintWord = ({ hint, values }) => (known(`hint.${hint}`) ? t(`hint.${hint}`, values ?? {}) : hint);

export const hintMark = (hint, content) => {
  const [tone, sign] = TONES[hint.severity] ?? TONES.notice;
  return html`<span class="hint ${tone}">${icon(sign)}${content}</span>`;
};
