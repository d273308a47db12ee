// Calls over time, and the range that is looked at: drawn by pointer, moved by arrow keys, kept in the query as after: and before:.
import { html, svg } from "lit";
import { Plain } from "../element.js";
import { clock, iso, monthDay } from "../format.js";
import { t } from "../i18n/i18n.js";
import { change } from "../store.js";
import { range, withRange } from "./query.js";
import { onResults, results } from "./results.js";
import { chosen, edgeAt, exactness, scaleOf, shifted, stepWords, ticks, timeOf } from "./timescale.js";

const GRIP = 7,
  TOP = 6,
  AXIS = 18,
  PAUSE = 250;
const DIGITS = { min: 0, s: 0, ms: 3 };

function label(ms, exact) {
  const text = iso(ms);
  if (exact === "d") return monthDay(text);
  const time = clock(text, DIGITS[exact]);
  return exact === "min" ? time.slice(0, 5) : time;
}

class TimeHistogram extends Plain {
  static properties = { width: { state: true }, drag: { state: true } };

  constructor() {
    super();
    this.width = 0;
    this.drag = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(
      onResults(() => this.requestUpdate()),
      () => this.watch?.disconnect(),
      () => clearTimeout(this.timer),
    );
  }

  firstUpdated() {
    this.watch = new ResizeObserver(() => this.#measure());
    this.watch.observe(this.querySelector(".histo"));
  }

  #measure() {
    const box = this.querySelector("svg")?.getBoundingClientRect();
    if (!box) return;
    this.width = Math.round(box.width);
    this.height = Math.round(box.height);
  }

  get #range() {
    return this.drag ?? chosen(this.scale, range(results().q ?? ""));
  }

  #fraction(event) {
    const box = this.querySelector("svg").getBoundingClientRect();
    return (event.clientX - box.left) / box.width;
  }

  // An edge that is near is taken, inside the range is moved, elsewhere a new range begins.
  #down(event) {
    if (event.button !== 0 || !this.scale) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = this.#fraction(event) * this.scale.count,
      now = this.#range,
      near = (GRIP / this.width) * this.scale.count;
    if (now && Math.abs(at - now.from) < near) this.grab = { fixed: now.to };
    else if (now && Math.abs(at - now.to) < near) this.grab = { fixed: now.from };
    else if (now && at > now.from && at < now.to) this.grab = { whole: now, at };
    else this.grab = { fixed: edgeAt(this.scale, at / this.scale.count), x: event.clientX };
  }

  #move(event) {
    if (!this.grab) return;
    const edge = edgeAt(this.scale, this.#fraction(event)),
      { fixed, whole, at, x } = this.grab;
    if (x !== undefined && Math.abs(event.clientX - x) < 3) return;
    if (whole) this.drag = shifted(this.scale, whole, Math.round(this.#fraction(event) * this.scale.count - at));
    else this.drag = { from: Math.min(fixed, edge), to: Math.max(fixed, edge) };
  }

  #up() {
    const made = this.drag;
    this.grab = null;
    if (made && made.to > made.from) this.#ask(made);
    this.drag = null;
  }

  // The whole width is no range at all.
  #ask({ from, to }) {
    const after = from > 0 ? iso(timeOf(this.scale, from)) : null,
      before = to < this.scale.count ? iso(timeOf(this.scale, to)) : null;
    change({ q: withRange(results().q ?? "", after, before), sel: null }, { push: true });
  }

  #key(event, side) {
    const count = this.scale.count,
      now = this.#range ?? { from: 0, to: count };
    const moves = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 8, PageDown: -8, Home: -count, End: count };
    if (event.key !== "Escape" && !(event.key in moves)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return this.#ask({ from: 0, to: count });
    const snapped = moves[event.key] > 0 ? Math.floor(now[side]) : Math.ceil(now[side]);
    const low = side === "from" ? 0 : Math.floor(now.from) + 1,
      high = side === "from" ? Math.ceil(now.to) - 1 : count;
    this.drag = { ...now, [side]: Math.min(high, Math.max(low, snapped + moves[event.key])) };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#up(), PAUSE);
  }

  #bars(buckets, x, base) {
    const most = Math.max(1, ...buckets.map(({ ok, no, bad }) => ok + no + bad)),
      now = this.#range;
    const wide = Math.max(x(1) - x(0) - 1.5, 1);
    return buckets.map((bucket, i) => {
      let y = base;
      const part = (cls, n) => {
        const tall = (n / most) * (base - TOP);
        if (!n) return null;
        y -= tall;
        return svg`<rect class=${cls} x=${x(i) + 0.5} y=${y} width=${wide} height=${Math.max(tall, 0.7)}></rect>`;
      };
      const out = now && (i < now.from - 1e-6 || i >= now.to - 1e-6);
      return svg`<g class=${out ? "out" : ""}>${part("b-ok", bucket.ok)}${part("b-no", bucket.no)}${part("b-bad", bucket.bad)}</g>`;
    });
  }

  #axis(x, height) {
    const { start, end } = this.scale,
      zone = -new Date(start).getTimezoneOffset() * 60_000;
    const { step, at } = ticks(start, end, this.width < 500 ? 3 : 7, zone),
      exact = exactness(step);
    return at.map((ms) => {
      const place = x((ms - start) / this.scale.step),
        anchor = place < 24 ? "start" : place > this.width - 24 ? "end" : "middle";
      return svg`<text class="axis" x=${place} y=${height - 4} text-anchor=${anchor}>${label(ms, exact)}</text>`;
    });
  }

  // Both ends can be reached by key, also before there is a range.
  #handle(side, edge, x, base, there) {
    const at = x(edge);
    return svg`<g class="edgeof ${there ? "" : "idle"}" role="slider" tabindex="0" aria-label=${t("histo." + side)}
        aria-valuemin="0" aria-valuemax=${this.scale.count}
        aria-valuenow=${Math.round(edge)} aria-valuetext=${clock(iso(timeOf(this.scale, edge)), 0)} @keydown=${(event) => this.#key(event, side)}>
      <line class="edge" x1=${at} x2=${at} y1="0" y2=${base}></line>
      <rect class="grip" x=${at - 3} y=${base / 2 - 8} width="6" height="16" rx="3"></rect></g>`;
  }

  #label(now) {
    const { start, end, step } = this.scale,
      { key, n } = stepWords(step),
      exact = step < 1000 ? "ms" : "s";
    const text = t("histo.label", { step: t(key, { n }), from: label(start, exact), to: label(end, exact) });
    return now
      ? `${text}; ${t("histo.selected", { from: label(timeOf(this.scale, now.from), exact), to: label(timeOf(this.scale, now.to), exact) })}`
      : text;
  }

  #drawing() {
    const { histogram } = results();
    if (!histogram?.buckets?.length || !this.width) return null;
    this.scale = scaleOf(histogram);
    const base = this.height - AXIS,
      x = (edge) => (edge / this.scale.count) * this.width,
      now = this.#range,
      ends = now ?? { from: 0, to: this.scale.count };
    return svg`${[TOP, (TOP + base) / 2, base + 0.5].map((y) => svg`<line class="grid" x1="0" x2=${this.width} y1=${y} y2=${y}></line>`)}
      ${this.#bars(histogram.buckets, x, base)}${this.#axis(x, this.height)}
      ${now ? svg`<rect class="brush" x=${x(now.from)} y="0" width=${x(now.to) - x(now.from)} height=${base}></rect>` : null}
      ${this.#handle("from", ends.from, x, base, now)}${this.#handle("to", ends.to, x, base, now)}`;
  }

  render() {
    const drawing = this.#drawing();
    return html`<div class="histo" role="group" aria-label=${drawing ? this.#label(this.#range) : ""}>
      <svg @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}>${drawing}</svg></div>`;
  }
}
customElements.define("time-histogram", TimeHistogram);
