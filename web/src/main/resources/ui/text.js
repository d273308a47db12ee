// What a machine wrote, drawn so that it cannot lie: hidden characters are boxed tokens, each value is isolated, nothing is HTML.
import { html } from "lit";
import { t } from "./i18n/i18n.js";
import { head, parts } from "./characters.js";

export { plain, parts, hides } from "./characters.js";

const token = (name) => html`<span class="tok" title=${t("text.token", { name })}>${name}</span>`;

// The pieces without the isolation, for a caller that builds its own <bdi>.
export const pieces = (value) => parts(value).map((part) => (part.token ? token(part.token) : part.text));

// show("bob\u202egnp") as a template; `limit` cuts what only fills a table cell, the title is the caller's.
export function show(value, { limit = 4096, cls = "" } = {}) {
  if (value === null || value === undefined) return null;
  const { text, more } = head(value, limit);
  return html`<bdi class=${cls}>${pieces(text)}${more ? "…" : null}</bdi>`;
}

// A sentence of the dictionary with templates at its {places}: fill("source.cancelled", { name: show(name) }).
export function fill(key, values) {
  const entries = Object.entries(values);
  const marks = entries.map(([name, value]) => [name, typeof value === "object" ? `\0${name}\0` : value]);
  return t(key, Object.fromEntries(marks))
    .split("\0")
    .map((piece, i) => (i % 2 ? values[piece] : piece));
}
