// The head of a call: who called whom, how it went, its legs and why they are one call, and ways to take it along.
import { html, nothing } from "lit";
import { grouped, talk, wait } from "../format.js";
import { known, t } from "../i18n/i18n.js";
import { icon, legIcon, outcome } from "../icons.js";
import { plain, show } from "../text.js";
import { compareMenu } from "./compare-bar.js";
import { hostOf } from "./columns.js";
import { flowLine, hintLine } from "./findings.js";
import { noteButton, noteLine } from "./note.js";
import "./running.js";
import { reasonOf } from "./reasons.js";
import { evidence } from "./views.js";

const FORMATS = ["svg", "png", "puml", "mermaid", "text", "html"];
const LEGS_SHOWN = 4;

/** @param at {call, moments, open, toggle(name), go(key), copyLink(), copied, noted(note)} */
export function callHead(at) {
  const { call } = at;
  const named = call.flows.length > 0;
  return html`<section class="callhead ${named ? "named" : ""}" aria-label=${t("call.head")}>
    <div class="line"><h1 title=${partiesOf(call)}>
        ${party(call.callerName, call.caller)}${
          call.callee && !alone(call)
            ? html` <span class="arr"
            aria-label=${t("call.calls")}>→</span> ${party(call.calleeName, call.callee)}`
            : nothing
        }
        ${call.kind === "call" ? nothing : html`<span class="kind">${known(`kind.${call.kind}`) ? t(`kind.${call.kind}`) : call.kind}</span>`}</h1>
      <span class="grow"></span>
      <span class="actions">
        ${named ? legs(at) : nothing}
        <span class="drop">
          <button class="btn" aria-expanded=${at.open === "compare"} title=${t("call.compare.title")} aria-label=${t("call.compare")}
              @click=${() => at.toggle("compare")}>${icon("compare")}<span class="not-phone">${t("call.compare")}</span></button>
          ${at.open === "compare" ? compareMenu(at) : nothing}</span>
        ${noteButton(at)}
        <span class="drop">
          <button class="btn" aria-expanded=${at.open === "export"}
              @click=${() => at.toggle("export")}>${icon("download")}<span class="not-phone">${t("call.export")}</span></button>
          ${at.open === "export" ? exportMenu(call) : nothing}</span>
        <button class="btn" @click=${at.copyLink}>${icon(at.copied === "link" ? "check" : "link")}<span
          class="not-phone">${t(at.copied === "link" ? "call.copied" : "call.copyLink")}</span></button>
      </span></div>
    <div class="line">${named ? flowLine(at) : legs(at)}${unseen(call)}<span class="grow not-phone"></span>${facts(at)}</div>
    ${hintLine(at)}${noteLine(at)}
  </section>`;
}

/** A registration is of one party. */
const alone = (call) => call.kind !== "call" && call.callee === call.caller;

const partiesOf = ({ callerName, caller, calleeName, callee }) =>
  plain([callerName, caller, ...(callee ? ["→", calleeName, callee] : [])].filter(Boolean).join(" "));

const party = (name, number) =>
  html`<span class="party">${
    name && name !== number
      ? html`${show(name, { limit: 60 })} <span class="mono">${show(number, { limit: 40 })}</span>`
      : html`<span class="mono only">${show(number, { limit: 40 })}</span>`
  }</span>`;

function facts({ call, moments }) {
  const fact = (key, text, cls = "") =>
    text ? html`<span class=${cls} title=${t(`call.fact.${key}.title`)}><span>${t(`call.fact.${key}`)}</span><b>${text}</b></span>` : nothing;
  const word = known(`outcome.${call.outcome}`) ? t(`outcome.${call.outcome}`) : call.outcome;
  const why = call.outcomeClass ? ` · ${known(`call.class.${call.outcomeClass}`) ? t(`call.class.${call.outcomeClass}`) : call.outcomeClass}` : "";
  return html`<span class="facts">${outcome(call.outcome, word + why)}<call-running .call=${call} .changes=${moments.changes}></call-running>
    ${fact("pdd", wait(call.postDialDelayMs))}${fact("ring", wait(call.ringMs, 1))}
    ${fact("talk", talk(call.talkMs))}${fact("messages", grouped(call.messages.length), "not-phone")}</span>`;
}

function unseen(call) {
  const legs = call.legs.filter((leg) => leg.startUnseen).map((leg) => leg.number);
  if (legs.length === 0 || call.hints.some(({ hint }) => hint === "capture-starts-late")) return nothing;
  return html`<span class="hint" title=${t("call.unseen.title", { legs: legs.join(", ") })}>${icon("warning")}${t("call.unseen")}</span>`;
}

/** "alice – bob": the parties of the leg's dialogs, or what its first request said. */
export function legName(call, leg) {
  const dialog = call.dialogs.find((d) => d.leg === leg.number);
  const named = (index) => call.nodes.find((n) => n.index === index)?.name;
  const [from, to] = [named(dialog?.callerNode) ?? leg.fromName ?? leg.from, named(dialog?.calleeNode) ?? leg.to];
  return `${from || leg.from} – ${to}`;
}

const linked = (call) => call.legs.length > 1 || Boolean(call.legs[0]?.link);

const kindOf = (link) => (known(`call.link.${link.kind}`) ? t(`call.link.${link.kind}`) : link.kind);

function legs(at) {
  const { call } = at;
  if (!linked(call)) return nothing;
  const shown = call.legs.slice(0, LEGS_SHOWN);
  const rest = call.legs.length - shown.length;
  const open = () => at.toggle("legs");
  const label = (leg) => t("call.leg.joined", { leg: leg.number, kind: kindOf(leg.link), to: leg.link.toLeg });
  return html`<span class="legs drop">
    <span class="legrow">${shown.map(
      (
        leg,
      ) => html`<button class="leg" title=${plain(leg.link ? `${label(leg)}: ${reasonOf(leg.link)}` : t("call.leg", { number: leg.number }))} @click=${open}>
      ${legIcon(((leg.number - 1) % 8) + 1)}<span>${show(legName(call, leg), { limit: 48 })}</span>${
        leg.link
          ? html`<span
        class="linkchip">${kindOf(leg.link)}</span>`
          : nothing
      }</button>`,
    )}</span>
    ${rest ? html`<button class="leg rest" @click=${open}>${t("call.legs.more", { count: rest })}</button>` : nothing}
    <button class="leg brief" @click=${open}>${call.legs.slice(0, 3).map((leg) => legIcon(((leg.number - 1) % 8) + 1))}
      <span>${t("call.legs.count", { count: call.legs.length })}</span></button>
    ${at.open === "legs" ? legsPanel(at) : nothing}</span>`;
}

function legsPanel(at) {
  const { call } = at;
  return html`<div class="panel legspanel scroll" role="dialog" aria-label=${t("call.legs")}>${call.legs.map(
    (leg) => html`<section class="leg-${((leg.number - 1) % 8) + 1}">
    <h3>${legIcon(((leg.number - 1) % 8) + 1)}<span>${t("call.leg", { number: leg.number })}</span> ${show(legName(call, leg), { limit: 80 })}
      <span class="grow"></span>${evidence(leg.first, at.go)}<span class="muted">–</span>${evidence(leg.last, at.go)}</h3>
    ${
      leg.link
        ? html`<p>${t("call.leg.joined", { leg: leg.number, kind: kindOf(leg.link), to: leg.link.toLeg })}: ${show(reasonOf(leg.link), { limit: 1000 })}
      <span class="muted nowrap">${leg.link.score >= 100 ? t("call.link.explicit") : t("call.link.score", { score: leg.link.score })}</span>
      ${(leg.link.evidence ?? []).map((number) => evidence(number, at.go))}</p>`
        : nothing
    }
    ${leg.startUnseen ? html`<p class="hint">${icon("warning")}${t("call.unseen.leg")}</p>` : nothing}
    <dl class="fields">${[
      ["Call-ID", leg.callId],
      ["From", leg.fromName ? `${leg.fromName} ${leg.from}` : leg.from],
      ["To", leg.to],
      ["Request-URI", leg.target],
    ]
      .filter(([, v]) => v)
      .map(([name, v]) => html`<div><dt>${name}</dt><dd>${show(v, { limit: 300 })}</dd></div>`)}
      ${call.dialogs
        .filter((d) => d.leg === leg.number)
        .map(
          (d, i) => html`<div><dt>${t("call.chip.dialog", { number: i + 1 })}</dt>
        <dd>${show(d.callerTag)} · ${show(d.calleeTag)} <span
          class="state">${known(`call.state.${d.state}`) ? t(`call.state.${d.state}`) : d.state}</span></dd></div>`,
        )}</dl></section>`,
  )}
  </div>`;
}

function exportMenu(call) {
  const id = encodeURIComponent(call.id);
  const name = `call-${hostOf(call.id)}`;
  const link = (href, file, key) =>
    html`<li><a href=${href} download=${file}><span>${t(key)}</span><span class="muted">${t(`${key}.what`)}</span></a></li>`;
  const suffix = { text: "txt", mermaid: "mmd" };
  return html`<ul class="panel menu" aria-label=${t("call.export")}>
    ${FORMATS.map((format) => link(`/api/calls/${id}/ladder?format=${format}`, `${name}.${suffix[format] ?? format}`, `call.export.${format}`))}
    <li role="separator"></li>${link(`/api/calls/${id}/pcap`, `${name}.pcapng`, "call.export.pcap")}
    ${link(`/api/calls/${id}/pcap?anonymize=true`, `${name}-anonymized.pcapng`, "call.export.anonymized")}</ul>`;
}
