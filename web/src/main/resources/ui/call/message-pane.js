// <message-pane>: the selected message as sent, header by header, or why it is what it is; or two messages compared.
import { html, nothing } from "lit";
import { Plain } from "../element.js";
import { clock, grouped } from "../format.js";
import { language, t } from "../i18n/i18n.js";
import { icon, legIcon } from "../icons.js";
import { announce } from "../components/announce.js";
import { plain, show } from "../text.js";
import { marksOf } from "./chips.js";
import { copyText } from "./clipboard.js";
import { hostOf } from "./columns.js";
import { diffView } from "./diff-view.js";
import { diffOf, messageAt } from "./messages.js";
import { selectedText } from "./value.js";
import { TABS } from "./view.js";
import { evidence, headersView, rawView, whyView } from "./views.js";
import { bytesOf, identifiersOf } from "./wire.js";

/** While a key is held, only the message it stops at is asked for. */
const SETTLE_MS = 90;
const SLOW_MS = 200;
/** Four lines of a value; the width of a character of the raw text is 7.23 px. */
const LINES = 4;
const CHARACTER = 7.23;

class MessagePane extends Plain {
  static properties = {
    call: { attribute: false },
    row: { attribute: false },
    tab: { attribute: false },
    pair: { attribute: false },
    marks: { attribute: false },
    tabs: { attribute: false },
    loaded: { state: true },
    diff: { state: true },
    problem: { state: true },
    slow: { state: true },
    opened: { state: true },
    copied: { state: true },
    all: { state: true },
  };

  #asked = "";
  #abort = null;
  #last = 0;
  #identifiers = { call: null, list: [] };

  constructor() {
    super();
    Object.assign(this, {
      call: null,
      row: null,
      tab: "raw",
      pair: null,
      marks: [],
      tabs: nothing,
      loaded: null,
      diff: null,
      problem: null,
      slow: false,
      opened: new Set(),
      copied: false,
      all: false,
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort?.abort();
    this.#asked = "";
  }

  willUpdate() {
    if (!this.call || !this.row) return;
    const question = this.pair ? `diff ${this.pair.map((row) => row.position).join(" ")}` : `${this.row.position} ${language()}`;
    if (question === this.#asked) return;
    this.#asked = question;
    if (!this.pair) this.opened = new Set();
    this.#ask(this.pair);
  }

  async #ask(pair) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const hurry = performance.now() - this.#last < 2 * SETTLE_MS;
    this.#last = performance.now();
    const slow = setTimeout(() => (this.slow = true), SLOW_MS);
    try {
      if (hurry) await new Promise((done) => setTimeout(done, SETTLE_MS));
      if (abort.signal.aborted) return;
      if (pair) this.diff = { pair, ...(await diffOf(pair[0].position, pair[1].position, abort.signal)) };
      else {
        const message = await messageAt(this.row.position, this.call.id, language(), abort.signal);
        if (abort.signal.aborted) return;
        this.loaded = { message, bytes: bytesOf(message.rawBase64) };
        const box = this.querySelector(".msgscroll");
        if (box) box.scrollTop = 0;
      }
      this.problem = null;
    } catch (failure) {
      if (failure.name !== "AbortError") this.problem = failure;
    } finally {
      clearTimeout(slow);
      if (!abort.signal.aborted) this.slow = false;
    }
  }

  retry() {
    this.#asked = "";
    this.problem = null;
    this.requestUpdate();
  }

  #toggle = (key) => {
    const next = new Set(this.opened);
    if (!next.delete(key)) next.add(key);
    this.opened = next;
  };

  #go = (key) => this.dispatchEvent(new CustomEvent("message-go", { bubbles: true, detail: key }));

  #choose(tab) {
    this.dispatchEvent(new CustomEvent("message-tab", { bubbles: true, detail: tab }));
  }

  get text() {
    return this.loaded ? new TextDecoder().decode(this.loaded.bytes) : "";
  }

  async copy() {
    if (!this.loaded) return;
    await copyText(this.text);
    announce(t("call.copied"));
    this.copied = true;
    setTimeout(() => (this.copied = false), 1500);
  }

  #copySelection = (event) => {
    event.clipboardData.setData("text/plain", selectedText(getSelection()));
    event.preventDefault();
  };

  get #knownIds() {
    if (this.#identifiers.call !== this.call) this.#identifiers = { call: this.call, list: identifiersOf(this.call) };
    return this.#identifiers.list;
  }

  #room() {
    const width = (this.querySelector(".msgscroll")?.clientWidth || 380) - 46;
    return { columns: Math.max(Math.floor(width / CHARACTER), 24), lines: LINES };
  }

  render() {
    const { row } = this;
    if (!this.call || !row) return nothing;
    return html`<section class="pane detail" aria-label=${t("call.message")}>
      ${this.pair ? this.#diffHead() : this.#head()}
      <div class="msgbody">${this.pair ? this.#diffMeta() : this.#meta()}
        <div class="scroll msgscroll" tabindex="0" role=${this.pair ? "region" : "tabpanel"} aria-label=${t("call.message")}
            @copy=${this.#copySelection}>${this.#body()}</div></div>
    </section>`;
  }

  #head() {
    return html`<div class="panehead">${this.tabs}<h2 class="wide-only not-phone">${t("call.message")}</h2><span class="grow wide-only"></span>
      <span class="seg" role="tablist" aria-label=${t("call.view")} @keydown=${this.#tabKeys}>${TABS.map(
        (tab) => html`<button role="tab" aria-selected=${tab === this.tab} tabindex=${tab === this.tab ? 0 : -1}
        @click=${() => this.#choose(tab)}>${t(`call.tab.${tab}`)}</button>`,
      )}</span>
      <span class="grow mid-only"></span>
      <button class="iconbtn" aria-pressed=${this.marks.includes(this.row.key)} title=${t("call.mark.title")} aria-label=${t("call.mark.label")}
        @click=${() => this.dispatchEvent(new CustomEvent("message-mark", { bubbles: true }))}>${icon("compare")}</button>
      <button class="iconbtn" title=${t("call.copy.title")} aria-label=${t("call.copy")}
        @click=${() => this.copy()}>${icon(this.copied ? "check" : "copy")}</button></div>`;
  }

  #tabKeys = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const list = event.currentTarget;
    this.#choose(TABS[(TABS.indexOf(this.tab) + step + TABS.length) % TABS.length]);
    requestAnimationFrame(() => list.querySelector("[aria-selected=true]")?.focus());
  };

  #meta() {
    const { message, repeat, lane, from, to, time } = this.row;
    const sent = message.repeats.length + 1;
    const dialog =
      message.dialog > 0
        ? t("call.meta.dialog", { number: message.dialog })
        : t(message.method === "INVITE" ? "call.meta.noDialog" : "call.meta.outside");
    return html`<div class="msgmeta">
      <h3><span class="mono">${message.number}</span><span class="what">${show(message.label, { limit: 200 })}</span></h3>
      <div class="nowrap" title=${time}>${legIcon(lane.slot || 1)} ${show(from, { limit: 40 })} → ${show(to, { limit: 40 })}, ${dialog}, <span
        class="mono">${clock(time)}</span></div>
      <div class="mono nowrap" title=${plain(`${message.fromEndpoint} → ${message.toEndpoint}`)}>${show(message.fromEndpoint)}
        → ${show(message.toEndpoint)} ${message.transport} ${grouped(message.length)} B</div>
      ${
        sent > 1
          ? html`<div class="sent">${t("call.sent.times", { count: sent })} ${[0, ...message.repeats.map((r) => r.offsetMs - message.offsetMs)].map(
              (ms, i) => html`<button class="ev" aria-pressed=${i === repeat}
        title=${t("call.sent.nth", { nth: i + 1, count: sent })}
          @click=${() => this.#go(i ? `${message.number}.${i}` : String(message.number))}>${i ? `+${(ms / 1000).toFixed(3)}` : "0.000"}</button>`,
            )}</div>`
          : nothing
      }
      ${this.#hops(message)}
      ${marksOf({ ...message, problems: 0 }, t).map((mark) => html`<div class="hint">${icon("warning")}${mark.title}</div>`)}
    </div>`;
  }

  /** The same message one hop before and after: it is the same end to end, and another transaction on each hop. */
  #hops({ number, forwardOf }) {
    const onward = this.call.messages.filter((m) => m.forwardOf === number).map((m) => m.number);
    if (!forwardOf && onward.length === 0) return nothing;
    const boxes = (numbers) => numbers.map((n) => evidence(n, this.#go));
    return html`<div class="sent">${forwardOf ? html`${t("call.meta.forwards")} ${boxes([forwardOf])}` : nothing}
      ${onward.length ? html`${t("call.meta.forwarded")} ${boxes(onward)}` : nothing}</div>`;
  }

  #body() {
    if (this.problem) return this.#problemLine();
    const shownPair = this.pair && this.diff?.pair === this.pair;
    if (this.pair)
      return shownPair
        ? diffView({ lines: this.diff.lines, a: this.pair[0], b: this.pair[1], all: this.all, choose: (all) => (this.all = all) })
        : this.#waiting();
    if (!this.loaded) return this.#waiting();
    const { message, bytes } = this.loaded;
    const shown = {
      message,
      bytes,
      row: this.row,
      identifiers: this.#knownIds,
      room: this.#room(),
      open: this.opened,
      toggle: this.#toggle,
      go: this.#go,
    };
    const stale = message.position !== this.row.position;
    return html`<div class=${stale ? "stale" : ""} aria-busy=${stale}>${this.slow ? this.#waiting() : nothing}
      ${{ raw: rawView, headers: headersView, why: whyView }[this.tab](shown)}</div>`;
  }

  #waiting = () => (this.slow ? html`<div class="waitbar" role="progressbar" aria-label=${t("call.loading")}></div>` : nothing);

  #problemLine() {
    const { problem } = this;
    const said =
      problem.status === 404
        ? t("call.message.gone")
        : problem.type === "offline"
          ? t("call.offline")
          : problem.detail || problem.title || problem.message;
    return html`<p class="quietline">${icon("warning")}<span>${said}</span> <button class="linkish"
        @click=${() => this.retry()}>${t("call.retry")}</button></p>`;
  }

  #diffHead() {
    return html`<div class="panehead">${this.tabs}<h2>${t("call.diff")}</h2><span class="grow"></span>
      <button class="iconbtn" title=${t("call.diff.close")} aria-label=${t("call.diff.close")}
        @click=${() => this.dispatchEvent(new CustomEvent("message-undiff", { bubbles: true }))}>${icon("close")}</button></div>`;
  }

  #diffMeta() {
    return html`<div class="msgmeta two">${this.pair.map(
      ({ message, lane, key }) => html`<h3>${legIcon(lane.slot || 1)}<button class="mono number" @click=${() => this.#go(key)}>${key}</button>
      <span class="what">${show(message.label, { limit: 80 })}</span><span
        class="muted mono nowrap">${hostOf(message.fromEndpoint)} → ${hostOf(message.toEndpoint)}</span></h3>`,
    )}</div>`;
  }
}

customElements.define("message-pane", MessagePane);
