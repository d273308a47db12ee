// All flows by group: as the list beside a flow, and with a sentence each as the first page.
import { html, nothing } from "lit";
import { flowWord } from "../flows.js";
import { language, t } from "../i18n/i18n.js";
import { show } from "../text.js";
import { grouped } from "./order.js";

const badge = (flow) => html`<span class="badge ${flow.tag ? "" : "head"}">${flowWord(flow.flow)}</span>`;

export const flowList = (flows, slug) =>
  html`<nav class="flowlist scroll not-phone" aria-label=${t("gallery.list")}>
    <a href="/terms" aria-current=${slug === "terms" ? "page" : nothing}>${t("gallery.terms")}</a>
    ${grouped(flows).map(
      ([group, members]) => html`<h2>${t(`gallery.group.${group}`)}</h2><ul>${members.map(
        (flow) => html`<li><a href=${`/flows/${flow.flow}`} aria-current=${flow.flow === slug ? "page" : nothing}>${flowWord(flow.flow)}</a></li>`,
      )}</ul>`,
    )}</nav>`;

export const overview = (flows) =>
  html`<header><h1>${t("gallery.title")}</h1><a class="linkish" href="/terms">${t("gallery.terms")}</a></header>
    <p class="lead">${t("gallery.intro")}</p>
    ${grouped(flows).map(
      ([group, members]) => html`<h2>${t(`gallery.group.${group}`)}</h2><ul class="flowcards">${members.map(
        (flow) => html`<li><a href=${`/flows/${flow.flow}`}>${badge(flow)}<span>${show(flow.is[language()])}</span></a></li>`,
      )}</ul>`,
    )}`;
