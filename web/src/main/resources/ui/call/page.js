// <call-page>: one call. Its head, the ladder and the selected message; what the reader chose is in the URL.
import { html, nothing } from "lit";
import { events } from "../api.js";
import { announce } from "../components/announce.js";
import "../components/page-footer.js";
import { Plain } from "../element.js";
import en from "../i18n/call.en.js";
import zh from "../i18n/call.zh.js";
import { addWords, language, t } from "../i18n/i18n.js";
import { register } from "../keys.js";
import { change, onRoute, query, route } from "../store.js";
import { plain } from "../text.js";
import { compareBar } from "./compare-bar.js";
import { nextDifference } from "./compared-rows.js";
import { Comparing, likeThis } from "./comparing.js";
import { copyText } from "./clipboard.js";
import { moved, orderOf } from "./columns.js";
import { facts, failed, hints, nothingShown, paneTabs, sharedTabs, waiting } from "./frame.js";
import { callHead } from "./head.js";
import { callKeys } from "./keys.js";
import "./ladder.js";
import "./ladder-map.js";
import { Loading } from "./loading.js";
import "./message-pane.js";
import { milestone } from "./milestones.js";
import { momentBar } from "./moment-bar.js";
import { Moments, momentOf } from "./moments.js";
import { ladderModel, parseKey, rowFor, sameDialog, sameTransaction, step } from "./model.js";
import { Pairing } from "./pairing.js";
import { Player } from "./player.js";
import "./slider.js";
import "./story.js";
import { Telling } from "./telling.js";
import { toolbar } from "./toolbar.js";
import { nextDepth, nextTime, paramsOf, viewOf } from "./view.js";

addWords({ en, zh });

/** The URL follows a held key at the pace browsers allow. */
const WRITE_MS = 200;
/** From here on a strip shows the whole call. */
const MAPPED_ROWS = 400;

class CallPage extends Plain {
  static properties = {
    callId: { attribute: "call-id" },
    call: { state: true },
    problem: { state: true },
    slow: { state: true },
    view: { state: true },
    open: { state: true },
    filtering: { state: true },
    marks: { state: true },
    pane: { state: true },
    left: { state: true },
    copied: { state: true },
  };

  #loadedId = null;
  #loading = new Loading(this);
  #opener = null;
  #write = 0;
  #modelOf = { key: "", call: null, comparison: null, model: null };
  #telling = new Telling(this);
  moments = new Moments(this);
  player = new Player(this);
  comparing = new Comparing(this);
  pairing = new Pairing(this);
  others = [];

  constructor() {
    super();
    Object.assign(this, {
      callId: "",
      call: null,
      problem: null,
      slow: false,
      view: viewOf(query()),
      open: null,
      filtering: false,
      marks: [],
      pane: "ladder",
      left: "story",
      copied: null,
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(
      onRoute(() => this.#routed()),
      register("call.keys", callKeys(this)),
      events("calls", (said) => this.#loading.changed(said)),
      () => this.#flush(),
    );
    this.listen(document, "pointerdown", (event) => {
      if (this.open && !event.target.closest?.(".drop")) this.open = null;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const part of [this.#loading, this.#telling, this.moments, this.player, this.comparing]) part.stop();
    this.#loadedId = null;
  }

  willUpdate() {
    if (this.callId && this.callId !== this.#loadedId) {
      this.#loadedId = this.callId;
      this.player.stop();
      Object.assign(this, { call: null, problem: null, marks: [], open: null, filtering: false, view: viewOf(query()) });
      this.load();
    }
    if (!this.call) return;
    this.#telling.of(this.call);
    this.moments.of(this.call);
    this.comparing.of(this.call, this.view.with);
  }

  load() {
    return this.#loading.load();
  }

  arrived() {
    this.#unfold(this.chosen?.message.number);
  }

  #routed() {
    if (this.#write || route().id !== this.callId) return;
    this.view = viewOf(query());
  }

  set = (changes) => {
    this.view = { ...this.view, ...changes };
    clearTimeout(this.#write);
    this.#write = setTimeout(() => this.#flush(), WRITE_MS);
  };

  #flush() {
    if (!this.#write) return;
    clearTimeout(this.#write);
    this.#write = 0;
    if (route().id === this.callId) change(paramsOf(this.view));
  }

  get model() {
    const { order, leg, filter, repeats } = this.view;
    const key = JSON.stringify([order, leg, filter, repeats]);
    const { call, comparing: { comparison } } = this;
    if (this.#modelOf.key !== key || this.#modelOf.call !== call || this.#modelOf.comparison !== comparison)
      this.#modelOf = { key, call, comparison, model: ladderModel(call, this.view, comparison) };
    return this.#modelOf.model;
  }

  /** The selected message: the one the URL names, else the first. */
  get chosen() {
    return parseKey(this.call, this.view.m) ?? parseKey(this.call, this.call.messages[0]?.number);
  }

  /** Where the selection stands on the ladder; a repeat that is folded stands at its message. */
  get selectedKey() {
    const { message, repeat } = this.chosen ?? {};
    if (!message) return "";
    const key = repeat ? `${message.number}.${repeat}` : String(message.number);
    return this.model.rowOf.has(key) ? key : String(message.number);
  }

  select = (key) => {
    if (parseKey(this.call, key)) this.set({ m: key });
  };

  /** On a narrow screen a second press on the selected message opens it. */
  #picked = ({ detail: key }) => {
    if (key === this.selectedKey && matchMedia("(max-width: 719px)").matches) this.show("message");
    this.select(key);
  };

  /** From elsewhere than the ladder: makes the message visible if a filter hides it. */
  go = (key) => {
    this.open = null;
    const found = parseKey(this.call, key);
    if (!found) return;
    this.#unfold(found.message.number);
    if (!this.model.rowOf.has(String(found.message.number))) this.set({ filter: "", leg: 0, m: key, diff: "" });
    else this.set({ m: key, diff: "" });
    if (found.repeat) this.set({ repeats: true });
  };

  /** A message in a folded run of keep-alives is shown with the run. */
  #unfold(number) {
    const folded = this.model.rows.some((row) => row.kind === "fold" && row.first.number <= number && number <= row.last.number);
    if (folded) this.set({ repeats: true });
  }

  move = (steps, like = "all") => {
    if (!this.call) return false;
    const { message } = this.chosen;
    const test = { all: undefined, dialog: sameDialog(message), transaction: sameTransaction(message) }[like];
    this.select(step(this.model, this.selectedKey, steps, test));
    return true;
  };

  /** Time between the selected row and the next one; null when there is none. */
  following() {
    const { rows, rowOf } = this.model;
    const next = rows[rowOf.get(step(this.model, this.selectedKey, 1))];
    const here = rows[rowOf.get(this.selectedKey)];
    return next && next !== here ? next.offsetMs - (here?.offsetMs ?? 0) : null;
  }

  movePage(way) {
    return this.move(way * (this.#ladder?.page ?? 10));
  }

  get #ladder() {
    return this.querySelector("call-ladder");
  }

  read(tab) {
    this.set({ tab, diff: "" });
    this.show("message");
  }

  /** Brings a pane to sight where not all of them fit. */
  show(pane) {
    this.pane = pane;
    if (pane !== "ladder") this.left = pane;
  }

  /** What everything is as of the selected message. */
  get moment() {
    return momentOf(this.moments.changes, this.chosen?.message ?? { number: 0, time: "" });
  }

  toDifference(way) {
    const key = nextDifference(this.model, this.selectedKey, way);
    if (key) this.go(key);
    return key !== null;
  }

  get story() {
    return this.#telling.story;
  }

  toMilestone(way) {
    const number = this.chosen && milestone(this.story, this.chosen.message.number, way);
    if (!number) return false;
    this.go(String(number));
    return true;
  }

  copyMessage = () => this.querySelector("message-pane")?.copy();

  copyLink = async () => {
    this.#flush();
    await copyText(location.href);
    announce(t("call.copied"));
    this.copied = "link";
    setTimeout(() => (this.copied = null), 1500);
  };

  noted = (note) => {
    this.call = { ...this.call, note };
    this.#shut();
  };

  nextTime = () => this.set({ time: nextTime(this.view.time) });
  nextDepth = () => this.set({ sdp: nextDepth(this.view.sdp) });
  toggleRepeats = () => this.set({ repeats: !this.view.repeats });
  extended = () => this.call && this.set({ leg: this.view.leg ? 0 : this.chosen.message.leg });

  toggle = (name) => {
    if (name === "compare") likeThis(this);
    if (this.open === name) return this.#shut();
    this.#opener = document.activeElement;
    this.open = name;
    this.updateComplete.then(() => this.querySelector(".panel :is(textarea, button, a)")?.focus());
  };

  #shut() {
    this.open = null;
    this.#opener?.focus?.();
    this.#opener = null;
  }

  startFilter = () => {
    this.filtering = true;
    this.pane = "ladder";
    this.updateComplete.then(() => this.querySelector(".ladderfilter input")?.focus());
  };

  leaveFilter = () => this.#ladder?.focus();

  closeFilter = () => {
    this.filtering = false;
    this.set({ filter: "" });
    this.#ladder?.focus();
  };

  /** Story, ladder, message, and from there on as the browser does. */
  nextPane() {
    const focus = document.activeElement;
    if (focus !== this.#ladder && focus !== document.body && !focus?.classList.contains("story")) return false;
    const next = focus?.classList.contains("story") ? "ladder" : "message";
    this.show(next);
    this.updateComplete.then(() => (next === "ladder" ? this.#ladder : this.querySelector(".msgscroll"))?.focus());
    return true;
  }

  /** Esc closes what is open, one thing at a time; with nothing open the shell goes back to the list. */
  close() {
    if (this.open) this.#shut();
    else if (this.player.stop()) return true;
    else if (this.view.diff) this.set({ diff: "" });
    else if (this.view.with) this.set({ with: "" });
    else if (this.marks.length) this.marks = [];
    else if (this.filtering || this.view.filter) this.closeFilter();
    else return false;
    return true;
  }

  updated() {
    const ladder = this.#ladder;
    if (!ladder || !this.call) return;
    const { time, sdp, repeats } = this.view;
    const marks = this.pairing.rows?.map((row) => row.key) ?? this.marks;
    ladder.show({ model: this.model, selected: this.selectedKey, marks, time, sdp, repeats, language: language(), played: this.player.active });
    this.querySelector("ladder-map")?.draw();
    const { caller, callee, callerName, calleeName } = this.call;
    document.title = plain([[callerName || caller, calleeName || callee].filter(Boolean).join(" → "), "Callogram"].join(" · "));
  }

  render() {
    if (this.problem && !this.call) return failed(this.problem, () => this.load());
    if (!this.call) return waiting(this.slow);
    return html`${callHead(this)}
<main class="panes ${this.#told ? "with-story" : ""}" data-pane=${this.#pane} data-left=${this.#told ? this.left : "message"}
        @message-go=${(e) => this.go(e.detail)} @message-tab=${(e) => this.set({ tab: e.detail })}
        @message-mark=${() => this.pairing.mark()} @message-undiff=${() => this.set({ diff: "" })}
        @story-go=${(e) => this.go(e.detail)} @story-point=${(e) => this.#ladder?.light(e.detail)} @ladder-point=${this.#pointed}>
        ${this.#storyPane()}
        <section class="pane ladderpane" aria-label=${t("call.ladder")}>${toolbar(this)}${this.#ladderBox()}</section>
        <message-pane .call=${this.call} .row=${this.#rowFor(this.chosen)} .pair=${this.pairing.rows} .tab=${this.view.tab} .marks=${this.marks}
          .tabs=${this.#sharedTabs("message")}></message-pane>
      </main>
      <div class="callend"><call-slider .call=${this.call} .lanes=${this.model.lanes} .selected=${this.chosen?.message.number ?? 1} .moment=${this.moment}
          @slider-go=${(e) => this.go(e.detail)} @slider-play=${this.player.toggle}></call-slider>${momentBar(this, this.moment)}<page-footer .facts=${facts(this.call, this.marks)} .hints=${hints()}></page-footer>${paneTabs(
        [...(this.#told ? ["story"] : []), "ladder", "message"],
        this.#pane,
        this.#choosePane,
      )}</div>`;
  }

  /** There is a story, or there will be. */
  get #told() {
    return this.story || this.#telling.awaited;
  }

  /** What a narrow screen shows: never a pane that is not there. */
  get #pane() {
    return this.pane === "story" && !this.#told ? "ladder" : this.pane;
  }

  #sharedTabs(pane) {
    return this.#told ? sharedTabs(pane, (chosen) => (this.left = chosen)) : nothing;
  }

  #storyPane() {
    if (!this.#told) return nothing;
    return html`<story-pane .story=${this.story} .call=${this.call} .lanes=${this.model.lanes} .selected=${this.chosen?.message.number ?? 0}
      .tabs=${this.#sharedTabs("story")}></story-pane>`;
  }

  #ladderBox() {
    return html`<div class="ladderbox">${compareBar(this)}<call-ladder @ladder-select=${this.#picked} @ladder-unfold=${this.toggleRepeats}
        @ladder-open=${() => this.read("raw")} @ladder-move=${this.#moveColumn}></call-ladder>
      ${this.model.shown === 0 ? nothingShown(this.view.filter, () => this.set({ filter: "", leg: 0 })) : nothing}
      ${this.model.rows.length > MAPPED_ROWS ? html`<ladder-map .model=${this.model} .selected=${this.selectedKey}></ladder-map>` : nothing}</div>`;
  }

  /** Only the story draws again: a pointer crosses many arrows. */
  #pointed = (event) => {
    const story = this.querySelector("story-pane");
    if (story) story.lit = event.detail;
  };

  #choosePane = (pane) => {
    this.show(pane);
    this.updateComplete.then(() => (pane === "story" ? this.querySelector("story-pane") : this.#ladder)?.reveal());
  };

  #moveColumn = (event) => this.set({ order: orderOf(moved(this.model.columns, event.detail.key, event.detail.steps), this.call.nodes) });

  #rowFor(found) {
    return found && rowFor(this.call, this.model, found);
  }
}

customElements.define("call-page", CallPage);
