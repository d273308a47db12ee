// What stands in place of rows: nothing read yet, or nothing that matches.
import { html } from "lit";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { fill, show } from "../text.js";
import { change } from "../store.js";
import { openFiles } from "../sources/open-files.js";
import { readSample, working } from "../sources/sources.js";

export const SAMPLE = "attended-transfer";

export function empty() {
  if (working()) return html`<div class="blank"><p class="muted">${t("empty.reading")}</p></div>`;
  return html`<div class="blank"><p>${t("empty.sentence")}</p>
    <button class="btn primary" @click=${openFiles}>${icon("upload")}${t("empty.open")}</button>
    <p class="muted">${t("empty.sample")} <button class="linkish" @click=${() => readSample(SAMPLE)}>${t("empty.sampleName")}</button></p></div>`;
}

const code = (text) => html`<code>${show(text, { limit: 300 })}</code>`;

export function noMatch(q, nearest) {
  const drop = () => change({ q: nearest.q || null }, { push: true });
  return html`<div class="blank"><p>${fill("none.sentence", { query: code(q) })}</p>
    ${
      nearest
        ? html`<p class="muted">${t("none.drop", { n: grouped(nearest.total) })}</p>
          <button class="btn" @click=${drop}><span>${fill("none.dropButton", { clause: code(nearest.clause) })}</span></button>`
        : html`<button class="btn" @click=${() => change({ q: null }, { push: true })}>${t("none.clear")}</button>`
    }</div>`;
}
