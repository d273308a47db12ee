// <flows-page>: every flow with its rule, its example as ladder and story, and what only looks like it; the terms.
import { html, nothing } from "lit";
import { get } from "../api.js";
import "../call/ladder.js";
import { moved, orderOf } from "../call/columns.js";
import { paneTabs, waiting } from "../call/frame.js";
import { ladderModel, step } from "../call/model.js";
import "../call/story.js";
import { Plain } from "../element.js";
import { catalogue, flowWord } from "../flows.js";
import callEn from "../i18n/call.en.js";
import callZh from "../i18n/call.zh.js";
import en from "../i18n/gallery.en.js";
import zh from "../i18n/gallery.zh.js";
import { addWords, language, t } from "../i18n/i18n.js";
import { register } from "../keys.js";
import { go } from "../store.js";
import { flowList, overview } from "./list.js";
import { neighbour } from "./order.js";
import { termsOf, wordsOf } from "./words.js";

addWords({ en: { ...callEn, ...en }, zh: { ...callZh, ...zh } });

const PANES = ["words", "story", "ladder"];
const TERMS = "terms";

class FlowsPage extends Plain {
  static properties = {
    slug: { attribute: false },
    all: { state: true },
    flow: { state: true },
    problem: { state: true },
    selected: { state: true },
    order: { state: true },
    repeats: { state: true },
    pane: { state: true },
  };

  #asked = null;
  #modelOf = { key: "", flow: null, model: null };

  constructor() {
    super();
    Object.assign(this, { slug: null, all: null, flow: null, problem: null, selected: "1", order: "", repeats: false, pane: PANES[0] });
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(register("gallery.keys", this.#keys()));
    catalogue().then(
      (all) => (this.all = all),
      (failure) => (this.problem = failure),
    );
  }

  #keys() {
    const example = () => this.flow?.example;
    return [
      { keys: ["j", "ArrowDown"], label: "gallery.key.next", when: example, run: (event) => this.#move(1, event) },
      { keys: ["k", "ArrowUp"], label: "gallery.key.previous", when: example, run: (event) => this.#move(-1, event) },
      { keys: ["J"], label: "gallery.key.nextFlow", when: () => this.all, run: () => this.#turn(1) },
      { keys: ["K"], label: "gallery.key.previousFlow", when: () => this.all, run: () => this.#turn(-1) },
    ];
  }

  /** Arrows scroll what is read; on the ladder and the story they choose. */
  #move(steps, event) {
    if (event.key.length > 1 && !document.activeElement?.closest("call-ladder, .story")) return false;
    this.selected = step(this.model, this.selected, steps);
    return true;
  }

  #turn(steps) {
    const next = neighbour(this.all.flows, this.slug, steps);
    if (next) go(`/flows/${next}`, {}, { replace: Boolean(this.slug) });
  }

  willUpdate() {
    document.title = `${this.#title()} · Callogram`;
    if (this.slug === this.#asked) return;
    this.#asked = this.slug;
    Object.assign(this, { flow: null, problem: null, selected: "1", order: "", repeats: false });
    if (this.slug && this.slug !== TERMS) this.#load(this.slug);
  }

  #title() {
    if (!this.slug) return t("gallery.title");
    return this.slug === TERMS ? t("gallery.terms") : flowWord(this.slug);
  }

  async #load(slug) {
    try {
      const flow = await get(`/flows/${encodeURIComponent(slug)}`);
      if (slug === this.slug) this.flow = flow;
    } catch (failure) {
      if (slug === this.slug) this.problem = failure;
    }
  }

  get model() {
    const key = `${this.order} ${this.repeats}`;
    if (this.#modelOf.flow !== this.flow || this.#modelOf.key !== key) {
      const view = { order: this.order, leg: 0, filter: "", repeats: this.repeats };
      this.#modelOf = { key, flow: this.flow, model: ladderModel(this.flow.example.call, view) };
    }
    return this.#modelOf.model;
  }

  get #ladder() {
    return this.querySelector("call-ladder");
  }

  updated() {
    if (!this.#ladder || !this.flow?.example) return;
    const { model, selected, repeats } = this;
    this.#ladder.show({ model, selected, marks: [], time: "rel", sdp: "brief", repeats, language: language() });
  }

  #select = (event) => (this.selected = event.detail);

  #pointed = (event) => {
    const story = this.querySelector("story-pane");
    if (story) story.lit = event.detail;
  };

  #moveColumn = (event) => (this.order = orderOf(moved(this.model.columns, event.detail.key, event.detail.steps), this.flow.example.call.nodes));

  #example({ call, story, scenario }) {
    return html`<section class="pane flowstory"><story-pane .story=${story[language()]} .call=${call} .lanes=${this.model.lanes}
        .selected=${Number.parseInt(this.selected, 10)}></story-pane></section>
      <section class="pane ladderpane" aria-label=${t("gallery.ladder")}>
        <div class="panehead"><b>${t("gallery.example")}</b><span class="mono muted">${scenario}</span></div>
        <div class="ladderbox"><call-ladder @ladder-select=${this.#select} @ladder-move=${this.#moveColumn}
          @ladder-unfold=${() => (this.repeats = !this.repeats)}></call-ladder></div></section>`;
  }

  #flow() {
    const { flow } = this;
    if (!flow) return waiting(true);
    return html`<div class="flowpanes" data-pane=${flow.example ? this.pane : "words"} @ladder-point=${this.#pointed} @story-go=${this.#select}
        @story-point=${(event) => this.#ladder?.light(event.detail)}>
        <article class="words scroll" tabindex="0" aria-label=${t("gallery.words")}>${wordsOf(flow)}${
          flow.example ? nothing : html`<p class="muted">${t("gallery.noExample")}</p>`
        }</article>
        ${flow.example ? this.#example(flow.example) : nothing}</div>
      ${flow.example ? paneTabs(PANES, this.pane, (pane) => (this.pane = pane), "gallery") : nothing}`;
  }

  #sentence(text) {
    return html`<main class="blank"><p>${text}</p><a class="btn" href="/flows">${t("gallery.list")}</a></main>`;
  }

  #body() {
    if (!this.slug) return html`<article class="words scroll" tabindex="0">${overview(this.all.flows)}</article>`;
    if (this.slug === TERMS) return html`<article class="words scroll" tabindex="0">${termsOf(this.all.terms)}</article>`;
    return this.#flow();
  }

  render() {
    const { problem, all } = this;
    if (problem) return this.#sentence(problem.status === 404 ? t("gallery.lost") : t("gallery.failed", { what: problem.detail || problem.message }));
    if (!all) return waiting(false);
    return html`<main class="gallery">${flowList(all.flows, this.slug)}${this.#body()}</main>`;
  }
}

customElements.define("flows-page", FlowsPage);
