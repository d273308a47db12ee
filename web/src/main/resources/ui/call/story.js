// <story-pane>: the call told step by step. A step that is pointed at lights its arrow, and an arrow its step.
import { html, nothing } from "lit";
import { Plain } from "../element.js";
import { hintMark } from "../flows.js";
import { grouped } from "../format.js";
import { language, t } from "../i18n/i18n.js";
import { legIcon } from "../icons.js";
import { show } from "../text.js";

/** Steps drawn around the selected one; a call of ten thousand messages is told piece by piece. */
const WINDOW = 400;
/** A part of a proof that fits a line is not broken. */
const WHOLE = 36;

class StoryPane extends Plain {
  static properties = { story: { attribute: false }, call: { attribute: false }, lanes: { attribute: false }, selected: { type: Number }, lit: { type: Number }, tabs: { attribute: false } };

  #around = 0;

  constructor() {
    super();
    Object.assign(this, { story: null, call: null, lanes: new Map(), selected: 0, lit: 0, tabs: nothing });
  }

  willUpdate(changed) {
    if (changed.has("selected") || changed.has("story")) this.#around = Math.max(this.#indexOf(this.selected), 0);
  }

  /** A milestone stands behind its message: it belongs to the message before it. */
  #indexOf(number) {
    return this.story?.steps.findIndex((step) => step.message === number) ?? -1;
  }

  updated(changed) {
    if (changed.has("selected") || (changed.has("story") && this.story)) this.#reveal();
  }

  #reveal() {
    const step = this.querySelector('[aria-current="true"]');
    const box = this.querySelector(".story");
    if (!step || !box || box.clientHeight === 0) return;
    const [top, bottom] = [step.offsetTop - box.offsetTop, step.offsetTop - box.offsetTop + step.offsetHeight];
    if (top < box.scrollTop + 24) box.scrollTop = top - Math.min(48, box.clientHeight / 4);
    else if (bottom > box.scrollTop + box.clientHeight - 24) box.scrollTop = bottom - box.clientHeight + Math.min(48, box.clientHeight / 4);
  }

  reveal() {
    this.updateComplete.then(() => this.#reveal());
  }

  focusList() {
    this.querySelector(".story")?.focus();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  #stepOf = (event) => Number(event.target.closest?.("[data-message]")?.dataset.message ?? 0);

  #pressed = (event) => {
    const number = this.#stepOf(event);
    if (number) this.#tell("story-go", String(number));
  };

  #pointed = (event) => this.#tell("story-point", this.#stepOf(event));

  #left = () => this.#tell("story-point", 0);

  /** The story says what, the call how grave. */
  #graver({ hint }) {
    return this.call.hints.find((one) => one.hint === hint) ?? { hint };
  }

  #step(step, behind) {
    const message = step.message ? this.call.messages[step.message - 1] : null;
    const mile = !message;
    const lane = message ? this.lanes.get(message.leg) : null;
    const minor = message && !message.request && !message.sdp && !step.hints?.length && !step.proof;
    const number = step.message ?? behind;
    return html`<li class="step ${mile ? "mile" : ""} ${minor ? "minor" : ""} ${this.lit && step.message === this.lit ? "lit" : ""}"
        data-message=${number || nothing} aria-current=${message && step.message === this.selected ? "true" : nothing}>
      <span class="n">${message ? legIcon(lane?.slot || 1) : nothing}<span>${step.number}</span></span>
      <div><p>${show(step.text)}</p>${step.proof ? proof(step.proof) : nothing}${
        step.why ? html`<p class="because">${show(step.why)}</p>` : nothing
      }${(step.hints ?? []).map((hint) => html`<p>${hintMark(this.#graver(hint), html`<span>${show(hint.text)}</span>`)}</p>`)}</div></li>`;
  }

  #more(count, key, to) {
    return count > 0
      ? html`<li><button class="linkish moresteps" @click=${() => {
          this.#around = to;
          this.requestUpdate();
        }}>${t(key, { n: grouped(count) })}</button></li>`
      : nothing;
  }

  render() {
    const { story } = this;
    if (!this.call) return nothing;
    const steps = story?.steps ?? [];
    const first = steps.length <= WINDOW ? 0 : Math.min(Math.max(this.#around - WINDOW / 2, 0), steps.length - WINDOW);
    const shown = steps.slice(first, first + WINDOW);
    let behind = 0;
    const told = steps.filter((step) => step.message).length;
    return html`<section class="pane storypane" aria-label=${t("call.story")}>
      <div class="panehead"><h2 class="wide-only not-phone">${t("call.story")}</h2>${this.tabs}
        <span class="muted nowrap" ?hidden=${!story}>${t("call.story.count", { steps: grouped(told), miles: steps.length - told })}</span></div>
      <ol class="story scroll" tabindex="0" lang=${language() === "zh" ? "zh-CN" : "en"} aria-label=${t("call.story.steps")}
          @click=${this.#pressed} @pointerover=${this.#pointed} @pointerleave=${this.#left}>
        ${this.#more(first, "call.story.earlier", first - WINDOW / 2)}
        ${shown.map((step) => {
          behind = step.message ?? behind;
          return this.#step(step, behind);
        })}
        ${this.#more(steps.length - first - shown.length, "call.story.later", first + WINDOW + WINDOW / 2)}</ol></section>`;
  }
}

/** A header line or an attribute as on the wire; it breaks where its parts end. */
const proof = (text) => html`<q>${text.split(/(?<=[;&?])/).map((part, i) => html`${i ? html`<wbr>` : nothing}<span class=${part.length <= WHOLE ? "whole" : ""}>${show(part, { limit: 400 })}</span>`)}</q>`;

customElements.define("story-pane", StoryPane);
