// One source: where each of its packets went, what could not be read, and the way to be rid of it.
import { html } from "lit";
import { Plain } from "../element.js";
import { bytes, clock, date, grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { change, query } from "../store.js";
import { toggle } from "../calls/query.js";
import "./capture-detail.js";
import "./rename.js";
import { deleteSource } from "./sources.js";
import { troubleWords } from "./words.js";

// Several messages in one packet are more messages than packets: those are taken off again.
const PARTS = ["sip", "coalesced", "duplicates", "rtp", "rtcp", "other", "refused"];
const signed = (part, counts) => (part === "coalesced" ? -1 : 1) * (counts[part] ?? 0);
const TROUBLES = 20;

class SourceDetail extends Plain {
  static properties = { source: { attribute: false }, asking: { state: true }, renaming: { state: true }, all: { state: true } };

  constructor() {
    super();
    this.asking = false;
    this.all = false;
  }

  // packets = sip − coalesced + duplicates + rtp + rtcp + other + refused, each line with its sign
  #accounting(counts) {
    const sum = PARTS.reduce((all, part) => all + signed(part, counts), 0),
      off = counts.packets - sum;
    const exact = off === 0 && counts.balanced !== false;
    return html`<h3>${t("accounting.title")}</h3>
      <table class="sum"><tbody>
        <tr class="total"><th scope="row">${t("accounting.packets")}</th><td>${grouped(counts.packets)}</td></tr>
        ${PARTS.map((part, i) => this.#part(part, i ? (part === "coalesced" ? "−" : "+") : "=", counts[part] ?? 0))}
      </tbody></table>
      <p class="outcome ${exact ? "ok" : "bad"}">${icon(exact ? "check" : "warning")}
        ${exact ? t("accounting.balanced") : t("accounting.unbalanced", { n: grouped(Math.abs(off)) })}</p>`;
  }

  #part(part, sign, n) {
    return html`<tr><th scope="row"><span class="sign">${sign}</span>${t("accounting." + part)}</th><td>${grouped(n)}</td></tr>`;
  }

  #facts(source) {
    const from = source.firstPacket,
      to = source.lastPacket;
    const facts = [
      ["source.size", source.bytes === null ? "" : bytes(source.bytes ?? 0), grouped(source.bytes ?? 0) + " B"],
      [
        "source.span",
        from ? `${date(from)} ${clock(from, 0)} – ${date(from) === date(to) ? "" : date(to) + " "}${clock(to, 0)}` : "",
        `${from} – ${to}`,
      ],
      ["source.calls", grouped(source.calls ?? 0), ""],
      ["source.rtpStreams", source.rtpStreams === undefined ? "" : grouped(source.rtpStreams), ""],
      ["source.malformed", source.malformedSip ? grouped(source.malformedSip) : "", ""],
    ];
    const said = facts.filter(([, value]) => value);
    return html`<dl class="facts-list">
      ${said.map(([key, value, title]) => html`<div title=${title}><dt>${t(key)}</dt><dd class="mono">${value}</dd></div>`)}</dl>`;
  }

  #troubles(troubles) {
    const shown = this.all ? troubles : troubles.slice(0, TROUBLES);
    return html`<h3>${t("source.troubles")}</h3><ol class="troubles">${shown.map(
      (one) => html`<li><span class="mono">${t("source.atByte", { at: grouped(one.at) })}</span> ${troubleWords(one)}</li>`,
    )}</ol>${troubles.length > shown.length ? this.#more(troubles.length - shown.length) : null}`;
  }

  #more(n) {
    return html`<button class="linkish" @click=${() => (this.all = true)}>${t("source.moreTroubles", { n: grouped(n) })}</button>`;
  }

  #actions(source) {
    if (this.asking)
      return html`<div class="ask"><p>${t("source.deleteAsk", { n: grouped(source.calls ?? 0) })}</p>
        <button class="btn bad" @click=${() => deleteSource(source)}>${t("source.deleteYes")}</button>
        <button class="btn" @click=${() => (this.asking = false)}>${t("source.deleteNo")}</button></div>`;
    if (this.renaming) return html`<source-rename .source=${source} @closed=${() => (this.renaming = false)}></source-rename>`;
    return html`<div class="ask"><button class="btn" @click=${() => this.#only(source)}>${t("source.showCalls")}</button>
      <button class="btn" @click=${() => (this.renaming = true)}>${t("source.rename")}</button>
      <button class="btn" @click=${() => (this.asking = true)}>${icon("bin")}${t("source.delete")}</button></div>`;
  }

  #only(source) {
    change({ q: toggle("", "source", source.id), panel: null, sel: null }, { push: true });
  }

  updated() {
    if (this.asking) this.querySelector(".ask .btn:last-child")?.focus();
  }

  render() {
    const source = this.source;
    return html`${source.capture ? html`<capture-detail .source=${source}></capture-detail>` : null} ${this.#facts(source)} ${source.accounting ? this.#accounting(source.accounting) : null}
      ${source.troubles?.length ? this.#troubles(source.troubles) : null} ${this.#actions(source)}`;
  }
}
customElements.define("source-detail", SourceDetail);
