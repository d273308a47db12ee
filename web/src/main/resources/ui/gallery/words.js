// A flow and the terms in words: what the catalogue says, in the language that is shown.
import { html, nothing } from "lit";
import { flowWord, hintMark, hintWord } from "../flows.js";
import { known, language, t } from "../i18n/i18n.js";
import { show } from "../text.js";

const said = (words) => show(words[language()]);
const heading = (key) => html`<h2>${t(key)}</h2>`;

export const standards = (all) =>
  html`<ul class="standards">${all.map(
    ({ title, url }) => html`<li>${url ? html`<a href=${url} target="_blank" rel="noreferrer noopener">${title}</a>` : title}</li>`,
  )}</ul>`;

/** @param flow as the interface describes it */
export function wordsOf(flow) {
  return html`<header><h1>${flowWord(flow.flow)}</h1><a class="mono linkish" href=${`/?q=flow:${flow.flow}`} title=${t("gallery.find")}>flow:${flow.flow}</a></header>
    <p class="lead">${said(flow.is)}</p>
    ${heading("gallery.when")}<p>${said(flow.when)}</p>
    ${heading("gallery.standards")}${standards(flow.standards)}
    ${nearMisses(flow.nearMisses)} ${hints(flow.hints)} ${attributes(flow.attributes)} ${variants(flow.forms)}`;
}

const nearMisses = (all) =>
  all.length
    ? html`${heading("gallery.near")}<dl class="near">${all.map(({ scenario, why }) => html`<div><dt class="mono">${scenario}</dt><dd>${said(why)}</dd></div>`)}</dl>`
    : nothing;

const hints = (all) =>
  all.length
    ? html`${heading("gallery.hints")}<ul class="hintlist">${all.map(
        (hint) => html`<li>${hintMark(hint, html`<span>${show(hintWord(hint))}</span>`)} <span class="muted">${hint.rfc ?? nothing}</span></li>`,
      )}</ul>`
    : nothing;

const attributes = (all) =>
  all.length
    ? html`${heading("gallery.attributes")}<p>${all.map((name) => html`<span class="attribute">${known(`attribute.${name}`) ? t(`attribute.${name}`) : name}</span>`)}</p>`
    : nothing;

const variants = (all) =>
  all.length
    ? html`${heading("gallery.variants")}<dl class="variants">${all.map(
        ({ scenario, title, also }) => html`<div><dt class="mono">${scenario}</dt><dd><span lang="en">${show(title)}</span>${also.map(
          (flow) => html` <a class="also" href=${`/flows/${flow}`}>${flowWord(flow)}</a>`,
        )}</dd></div>`,
      )}</dl>`
    : nothing;

export const termsOf = (terms) =>
  html`<header><h1>${t("gallery.terms")}</h1></header><p class="lead">${t("gallery.termsIntro")}</p>
    ${terms.map(
      (term) => html`<section class="term" id=${term.term}><h2>${said(term.name)}</h2><p>${said(term.is)}</p>
        <p class="mistake"><b>${t("gallery.mistake")}</b> ${said(term.not)}</p>${standards(term.standards)}</section>`,
    )}`;
