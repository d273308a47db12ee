// <call-slider>: linear time with a lane for every dialog, and what each of them is as of the selected message.
import { html, nothing, svg } from "lit";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { legIcon } from "../icons.js";
import { plain, show } from "../text.js";
import { because, mediaGlyph } from "./moment-bar.js";
import { lanesOver, messageAt, stateAt, ticks } from "./spans.js";
import { evidence } from "./views.js";

/** Above so many messages a mark for each is a solid line. */
const MARKED = 600;
/** A message this near to the right of the pointer is meant. */
const GRASP = 3;
const WIDE = { top: 22, lane: 24, bar: 16, extra: 2, label: 100 };
const SMALL = { top: 4, lane: 8, bar: 6, extra: 8, label: 0 };
const PHONE = matchMedia("(max-width: 719px)");

class CallSlider extends Plain {
  static properties = { call: { attribute: false }, lanes: { attribute: false }, moment: { attribute: false }, selected: { type: Number }, width: { state: true } };

  #of = null;
  #over = { lanes: [], more: 0 };
  #sized = new ResizeObserver(([entry]) => (this.width = Math.max(Math.round(entry.contentRect.width), 100)));
  #watched = null;

  constructor() {
    super();
    Object.assign(this, { call: null, lanes: new Map(), moment: null, selected: 1, width: 800 });
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(PHONE, "change", () => this.requestUpdate());
    this.during(() => {
      this.#sized.disconnect();
      this.#watched = null;
    });
  }

  willUpdate() {
    if (this.#of === this.call || !this.call) return;
    this.#of = this.call;
    this.#over = lanesOver(this.call);
  }

  updated() {
    const track = this.querySelector(".timetrack");
    if (!track || track === this.#watched) return;
    this.#sized.disconnect();
    this.#sized.observe(track);
    this.#watched = track;
  }

  get #total() {
    return this.call.messages.at(-1)?.offsetMs ?? 0;
  }

  #go(number) {
    if (number && number !== this.selected) this.dispatchEvent(new CustomEvent("slider-go", { bubbles: true, detail: String(number) }));
  }

  #seek(event) {
    const box = this.querySelector(".timetrack svg").getBoundingClientRect();
    const share = (event.clientX + GRASP - box.left) / box.width;
    this.#go(messageAt(this.call.messages, Math.max(share, 0) * this.#total));
  }

  #down = (event) => {
    if (event.button) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#seek(event);
  };

  #moved = (event) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) this.#seek(event);
  };

  #keys = (event) => {
    if (event.key === " ") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("slider-play", { bubbles: true }));
      return;
    }
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    this.#go(Math.min(Math.max(this.selected + way, 1), this.call.messages.length));
  };

  #name(lane) {
    const node = (index) => this.call.nodes.find((one) => one.index === index)?.name ?? "?";
    return `${node(lane.from)} – ${node(lane.to)}`;
  }

  render() {
    if (!this.call || this.call.kind !== "call" || this.#total <= 0 || this.#over.lanes.length === 0) return nothing;
    const now = this.call.messages[this.selected - 1] ?? this.call.messages[0];
    const seconds = (now.offsetMs / 1000).toFixed(PHONE.matches ? 1 : 3);
    return html`<section class="slider" aria-label=${t("call.slider")}>
      <div class="asof"><div class="when"><span class="not-phone">${t("call.slider.asOf")}</span><span class="mono">${now.number}</span><span
          class="mono">+${seconds} s</span>${this.#over.more ? html`<span>${t("call.slider.more", { n: this.#over.more })}</span>` : nothing}</div>
        ${this.#over.lanes.map((lane) => this.#stateLine(lane, now.offsetMs))}</div>
      <div class="timetrack" role="slider" tabindex="0" aria-label=${t("call.slider.asOf")} aria-valuemin="1" aria-valuemax=${this.call.messages.length}
          aria-valuenow=${now.number} aria-valuetext=${t("call.slider.value", { number: now.number, seconds, label: plain(now.label) })}
          @pointerdown=${this.#down} @pointermove=${this.#moved} @keydown=${this.#keys}>${this.#drawing(now)}</div></section>`;
  }

  #stateLine(lane, ms) {
    const state = stateAt(lane, ms);
    const idle = state === "none" || state === "terminated";
    const slot = this.lanes.get(lane.leg)?.slot ?? 1;
    const media = this.moment?.media.get(lane.dialog);
    const cause = state === "hold" ? media : (this.moment?.dialog.get(lane.dialog) ?? this.moment?.leg.get(lane.leg));
    return html`<div class="dlg leg-${slot} ${idle ? "not-phone" : ""}">${legIcon(slot)}<span class="who not-phone">${show(this.#name(lane), { limit: 60 })}</span>
      <span class="stands"><span class="state ${idle ? "none" : state}" title=${cause ? because(cause) : ""}>${t(`call.state.${state}`)}</span>${
        idle ? nothing : mediaGlyph(media)
      }${cause?.message && !idle ? html`<span class="not-phone">${evidence(cause.message, (key) => this.#go(Number(key)))}</span>` : nothing}</span></div>`;
  }

  #drawing(now) {
    const look = PHONE.matches ? SMALL : WIDE;
    const { lanes } = this.#over;
    const [width, height] = [this.width, look.top + lanes.length * look.lane + look.extra];
    const x = (ms) => (ms / this.#total) * width;
    const head = x(now.offsetMs);
    return html`<svg height=${height} viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
      <defs><pattern id="slider-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
        ><line class="hatchline" x1="0" y1="0" x2="0" y2="5"></line></pattern></defs>
      ${look.label ? this.#axis(x, width) : nothing}
      ${lanes.map((lane, i) => this.#lane(lane, look.top + i * look.lane, look, x, width))}
      ${this.#marks(x, look.label ? 12 : height - 6)}
      <rect class="future" x=${head} y=${look.label ? look.top - 2 : 0} width=${Math.max(width - head, 0)} height=${height - look.extra}></rect>
      ${look.label ? lanes.map((lane, i) => this.#names(lane, look.top + i * look.lane, x, now.offsetMs)) : nothing}
      <line class="head" x1=${head} x2=${head} y1=${look.label ? 8 : 0} y2=${height}></line>
      <path class="knob" d="M${head - 5} ${look.label ? 6 : 0}h10v5l-5 5l-5 -5Z"></path></svg>`;
  }

  #axis(x, width) {
    const marks = ticks(this.#total, width / WIDE.label);
    const step = (marks[1] ?? 1000) - marks[0];
    return marks.map(
      (ms, i) => svg`<line class="tick" x1=${x(ms)} x2=${x(ms)} y1="12" y2="16"></line>
        <text x=${x(ms)} y="9" text-anchor=${i ? (x(ms) > width - 24 ? "end" : "middle") : "start"}>${clockOf(ms, step)}</text>`,
    );
  }

  #marks(x, y) {
    const { messages } = this.call;
    if (messages.length > MARKED) return nothing;
    return messages.map(({ offsetMs }) => svg`<line class="msg" x1=${x(offsetMs)} x2=${x(offsetMs)} y1=${y} y2=${y + 6}></line>`);
  }

  #lane(lane, y, look, x, width) {
    const slot = this.lanes.get(lane.leg)?.slot ?? 1;
    const hollow = (state) => state === "calling" || state === "early";
    return svg`<rect class="lane" x="0" y=${y} width=${width} height=${look.bar} rx="3"></rect>
      <g class=${`leg-${slot}`}>${lane.spans.map(({ state, from, to }) => {
        const [left, wide] = [x(from), Math.max(x(to) - x(from), 1.5)];
        const inset = hollow(state) ? 0.5 : 0;
        return svg`<rect class=${`seg-${state}`} x=${left + inset} y=${y + inset} width=${Math.max(wide - 2 * inset, 1)} height=${look.bar - 2 * inset}></rect>
          ${state === "hold" ? svg`<rect class="hatched" fill="url(#slider-hatch)" x=${left} y=${y} width=${wide} height=${look.bar}></rect>` : nothing}`;
      })}</g>`;
  }

  #names(lane, y, x, now) {
    return lane.spans
      .filter(({ from, to }) => x(to) - x(from) > 72)
      .map(({ state, from }) => svg`<text class=${`segname ${from > now ? "later" : ""}`} x=${x(from) + 6} y=${y + 12}>${t(`call.state.${state}`)}</text>`);
  }
}

/** 0:30, 1:05:00; 1.5 s and 20 ms where steps of a second are too coarse. */
function clockOf(ms, step) {
  if (step < 100) return `${ms} ms`;
  if (step < 1000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = ms / 1000;
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

customElements.define("call-slider", CallSlider);
