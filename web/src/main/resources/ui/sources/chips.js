// The sources in the top bar, and the work that is under way: a rate and a thin bar, nothing when all is read.
import { html } from "lit";
import { Plain } from "../element.js";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { plain, show } from "../text.js";
import { lost } from "./losses.js";
import { liveRate, onSources, openPanel, sourcesState, working } from "./sources.js";
import { openFiles } from "./open-files.js";
import { isLive, isRebuilding, isWorking, ofSource, ofUpload, percent, twinOf } from "./words.js";

const SHOWN = 3;

const dot = (source) => {
  const kind = source.state === "failed" ? "bad" : isWorking(source) ? "busy" : isLive(source) ? "" : "ring";
  return html`<span class="dot ${kind}"></span>`;
};

class SourceChips extends Plain {
  connectedCallback() {
    super.connectedCallback();
    this.during(onSources(() => this.requestUpdate()));
  }

  #chip(source) {
    return html`<button class="source" title=${plain(source.name)} @click=${() => openPanel(source.id)}>
      ${dot(source)}${show(source.name, { cls: "mono", limit: 80 })}</button>`;
  }

  #count(n) {
    return html`<button class="source mid-only" @click=${() => openPanel()}>${grouped(n)} ${t("sources.count", { n })}</button>`;
  }

  #add() {
    const words = t("sources.add");
    return html`<button class="iconbtn not-phone" aria-label=${words} title=${words} @click=${openFiles}>${icon("plus")}</button>`;
  }

  render() {
    const { sources, known } = sourcesState(),
      shown = working() ? 1 : SHOWN,
      more = sources.length - shown;
    return html`<span class="sources not-phone" role="group" aria-label=${t("sources.title")}>
        ${sources.length ? this.#count(sources.length) : null}
        ${sources.slice(0, shown).map((source) => this.#chip(source))}
        ${more > 0 ? html`<button class="source rest" aria-label=${t("sources.more", { n: more })} @click=${() => openPanel()}>+${more}</button>` : null}
      </span>
      ${known ? this.#add() : null}`;
  }
}
customElements.define("source-chips", SourceChips);

class WorkUnderWay extends Plain {
  connectedCallback() {
    super.connectedCallback();
    this.during(onSources(() => this.requestUpdate()));
  }

  // The upload that is being sent, else the first source being read.
  #now() {
    const { uploads, sources } = sourcesState();
    const item = uploads.find(({ active }) => active);
    if (item && item.sent < item.size)
      return { id: "all", word: "source.uploading", fraction: item.fraction, said: ofUpload(item, twinOf(item, sources)) };
    const source = sources.find((one) => isWorking(one) && !isLive(one));
    return source ? { id: source.id, word: isRebuilding(source) ? "source.rebuilding" : "source.reading", fraction: source.progress, said: ofSource(source) } : null;
  }

  #live() {
    const live = sourcesState().sources.filter(isLive);
    if (!live.length) return null;
    const sum = (of) => Math.round(live.reduce((all, source) => all + of(source), 0)),
      dropped = sum(lost);
    return html`<button class="live not-phone ${dropped ? "warn" : ""}" @click=${() => openPanel(live[0].id)}>
      <span class="dot"></span>${t("source.live")}
      <span class="muted nowrap">${t("source.liveRate", { rate: grouped(sum(liveRate)), dropped: grouped(dropped) })}</span></button>`;
  }

  render() {
    const now = this.#now();
    if (!now) return this.#live();
    return html`<button class="live work not-phone" @click=${() => openPanel(now.id)}><span class="dot busy"></span>${t(now.word)}
        <span class="muted nowrap mono">${now.said.join(" · ")}</span></button>
      <span class="thinbar" role="progressbar" aria-label=${t(now.word)} aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${Math.floor((now.fraction ?? 0) * 100)}><i .style=${`width:${percent(now.fraction).replace(" ", "")}`}></i></span>`;
  }
}
customElements.define("work-under-way", WorkUnderWay);
