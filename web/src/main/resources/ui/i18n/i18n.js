// Both languages: every sentence has a key, a value of a dictionary is a text with {names} or a function of them.
import en from "./en.js";
import zh from "./zh.js";

const words = { en: { ...en }, zh: { ...zh } };
const listeners = new Set();
let current = "en";

export const language = () => current;

// A page brings its own words: addWords({ en: { "call.x": "…" }, zh: { … } }).
export function addWords(more) {
  for (const [name, entries] of Object.entries(more)) Object.assign(words[name], entries);
}

export function t(key, params = {}) {
  const entry = words[current][key] ?? words.en[key];
  if (entry === undefined) return key;
  if (typeof entry === "function") return entry(params);
  return entry.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}

// True when there are words for a key: slugs that a newer server knows are then shown as they are.
export const known = (key) => words[current][key] !== undefined || words.en[key] !== undefined;

// Words of the current language only: a sentence that came with the data is better than ours in another language.
export const own = (key) => words[current][key] !== undefined;

export const pick = (english, chinese) => (current === "zh" ? chinese : english);

export function setLanguage(name) {
  current = name === "zh" ? "zh" : "en";
  if (globalThis.document) document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
  retell();
}

// Words came after the page was drawn: whoever shows words draws again.
export function retell() {
  for (const listener of listeners) listener(current);
}

// Calls back on every change of language, after `lang` is set; returns the way to stop.
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
