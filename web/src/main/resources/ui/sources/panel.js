// The sources in full, beside the page: what was read, what was not and at which byte, uploads on their way. Open while ?panel= is there.
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Plain } from "../element.js";
import { bytes, grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { register } from "../keys.js";
import { plain, show } from "../text.js";
import { change, onRoute, query } from "../store.js";
import { forgetUpload, onSources, sourcesState } from "./sources.js";
import { openFiles } from "./open-files.js";
import { isLive, isRebuilding, isWorking, ofSource, ofUpload, percent, twinOf } from "./words.js";
import "./capture-form.js";
import "./source-detail.js";

const progress = (fraction) => html`<span class="track"><i .style=${`width:${percent(fraction).replace(" ", "")}`}></i></span>`;

class SourcePanel extends Plain {
  static properties = { asking: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.during(
      onSources(() => this.requestUpdate()),
      onRoute(() => this.requestUpdate()),
      () => this.escape?.(),
    );
  }

  get chosen() {
    return query().get("panel");
  }

  #close() {
    change({ panel: null });
  }

  // Escape belongs to the panel while it is open.
  willUpdate() {
    const open = this.chosen !== null;
    if (open === Boolean(this.escape)) return;
    this.escape?.();
    this.escape = open ? register("sources.title", [{ keys: ["Escape"], label: "close", run: () => this.#close() }]) : null;
    if (open) this.opener = document.activeElement;
    else if (this.contains(document.activeElement)) this.opener?.focus();
    this.opened = open;
  }

  // The panel takes the focus when it opens, and when what had it is gone with a deleted source.
  updated() {
    const panel = this.querySelector(".srcpanel");
    if (panel && (this.opened || document.activeElement === document.body)) panel.focus();
    this.opened = false;
  }

  #upload(item) {
    const words = item.active
      ? [t("source.uploading"), ...ofUpload(item, twinOf(item, sourcesState().sources))]
      : [t("source.waiting"), bytes(item.size)];
    const cancel = t("source.cancel", { name: plain(item.name) });
    return html`<li class="src"><div class="srchead"><span class="dot busy"></span>${show(item.name, { cls: "mono nm", limit: 200 })}
        <span class="grow"></span>
        <button class="iconbtn" aria-label=${cancel} @click=${() => forgetUpload(item.id)}>${icon("close")}</button></div>
      <p class="muted mono">${words.join(" · ")}</p>${progress(item.fraction)}</li>`;
  }

  #state(source) {
    if (source.state === "failed") return t("source.failed");
    if (isWorking(source) && !isLive(source)) return [t(isRebuilding(source) ? "source.rebuilding" : "source." + source.state), ...ofSource(source)].join(" · ");
    if (isLive(source)) return `${t("source.live")} · ${grouped(source.accounting?.sip ?? 0)} ${t("accounting.sip")} · ${grouped(source.calls ?? 0)} ${t("calls.all", { n: source.calls })}`;
    return `${bytes(source.bytes ?? 0)} · ${grouped(source.calls ?? 0)} ${t("calls.all", { n: source.calls })}`;
  }

  #source(source) {
    const open = this.chosen === source.id,
      id = "source-" + source.id;
    return html`<li class="src ${open ? "open" : ""}">
      <button class="srchead" aria-expanded=${open} aria-controls=${id} @click=${() => change({ panel: open ? "all" : source.id })}>
        <span class="dot ${source.state === "failed" ? "bad" : isWorking(source) ? "busy" : isLive(source) ? "" : "ring"}"></span>
        ${show(source.name, { cls: "mono nm", limit: 200 })}<span class="grow"></span>
        ${source.troubles?.length ? html`<span class="hint">${icon("warning")}${grouped(source.troubles.length)}</span>` : null}
        ${icon(open ? "up" : "down")}</button>
      <p class="muted mono">${this.#state(source)}</p>
      ${isWorking(source) && !isLive(source) ? progress(source.progress) : null}
      <div id=${id}>${open ? html`<source-detail .source=${source}></source-detail>` : null}</div></li>`;
  }

  render() {
    if (this.chosen === null) return null;
    const { sources, uploads } = sourcesState();
    const sending = new Set(uploads.map((item) => twinOf(item, sources)?.id));
    return html`<aside class="srcpanel" tabindex="-1" aria-label=${t("sources.title")}>
      <header class="panehead"><h2>${t("sources.title")}</h2><span class="grow"></span>
        <button class="btn" aria-expanded=${Boolean(this.asking)} @click=${() => (this.asking = !this.asking)}>${t("capture.new")}</button>
        <button class="btn" @click=${openFiles}>${icon("plus")}${t("sources.open")}</button>
        <button class="iconbtn" aria-label=${t("close")} @click=${() => this.#close()}>${icon("close")}</button></header>
      <ul class="scroll">${this.asking ? html`<li class="src"><capture-form @closed=${() => (this.asking = false)}></capture-form></li>` : null}${uploads.map((item) => this.#upload(item))}
        ${repeat(
          sources.filter(({ id }) => !sending.has(id)),
          ({ id }) => id,
          (source) => this.#source(source),
        )}
        ${sources.length || uploads.length ? null : html`<li class="src muted">${t("sources.none")}</li>`}</ul>
    </aside>`;
  }
}
customElements.define("source-panel", SourcePanel);
