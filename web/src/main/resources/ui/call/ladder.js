// <call-ladder>: draws the rows that are seen and no others, so that a call of a million messages scrolls as one of ten.
import { t } from "../i18n/i18n.js";
import { drawBar, drawHold, drawLink } from "./bars.js";
import { causesOf } from "./causes.js";
import { drawFold, drawGap, drawMessage, gutter } from "./draw.js";
import { geometry, reveal, rowAt, tops } from "./geometry.js";
import { HEAD_HEIGHT, dragColumns, drawHead } from "./ladder-head.js";
import { reasonOf } from "./reasons.js";
import { svg } from "./svg.js";

/** Drawn above and below what is seen, so that a quick scroll finds rows and not white. */
const MARGIN = 240;

const HATCH = { id: "hold-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };

export class CallLadder extends HTMLElement {
  #layers = null;
  #drawn = new Map();
  #spans = new Map();
  #state = { model: null, selected: "", marks: [], time: "abs", sdp: "brief", repeats: false };
  #ctx = null;
  #y = null;
  #frame = 0;
  #sized = new ResizeObserver(() => this.#rebuild());

  connectedCallback() {
    this.tabIndex = 0;
    this.setAttribute("role", "group");
    this.classList.add("ladder", "scroll");
    this.addEventListener("scroll", this.#scrolled, { passive: true });
    this.addEventListener("click", this.#pressed);
    this.addEventListener("pointerover", this.#pointed);
    this.addEventListener("pointerleave", () => this.#tellPointed(0));
    this.addEventListener("dblclick", () => this.dispatchEvent(new CustomEvent("ladder-open", { bubbles: true })));
    this.#sized.observe(this);
  }

  disconnectedCallback() {
    this.#sized.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** What to show: {model, selected, marks, time, sdp, repeats}. Redraws only what the change touches. */
  show(next) {
    const before = this.#state;
    this.#state = { ...before, ...next };
    const redraw = ["model", "time", "sdp", "language"].some((key) => before[key] !== this.#state[key]);
    if (redraw) this.#rebuild();
    if (redraw || before.selected !== this.#state.selected || before.marks !== this.#state.marks) this.#dressAll();
    if (redraw || before.selected !== this.#state.selected || before.played !== this.#state.played) this.#cut();
    if (before.selected !== this.#state.selected || !before.model) this.reveal(!before.model);
    if (redraw) this.#arrive(before.model?.call, this.#state.model?.call);
  }

  /** What has come since the call was drawn last fades in. */
  #arrive(before, now) {
    if (!before || before.id !== now?.id || before.messages.length >= now.messages.length) return;
    const { rows } = this.#state.model;
    for (const [i, nodes] of this.#drawn)
      if (rows[i].message?.number > before.messages.length) for (const node of nodes) node.classList.add("arriving");
  }

  /** While the call is played, nothing is seen of what comes after the selected message; the bars that stand under it are of it. */
  #cut() {
    const { model, selected, played } = this.#state;
    if (!this.#layers || !this.#y) return;
    let row = model.rowOf.get(selected) ?? model.rows.length - 1;
    for (const node of this.#drawn.get(row) ?? []) node.classList.toggle("arriving", Boolean(played));
    while (model.rows[row + 1]?.kind === "bar") row++;
    this.querySelector(".playedrect")?.setAttribute("height", this.#y[row + 1]);
    for (const [name, layer] of Object.entries(this.#layers)) {
      if (played && name !== "lives") layer.setAttribute("clip-path", "url(#ladder-played)");
      else layer.removeAttribute("clip-path");
    }
  }

  /** Scrolls to the selected row when it is not seen; does nothing else. */
  reveal(jump = false) {
    const row = this.#state.model?.rowOf.get(this.#state.selected);
    if (row === undefined || !this.#y || this.clientHeight === 0) return;
    const to = reveal({ scroll: this.scrollTop, height: this.clientHeight - HEAD_HEIGHT, top: this.#y[row], bottom: this.#y[row + 1], jump });
    if (to !== this.scrollTop) this.scrollTop = to;
    if (this.#ctx.g.sideways) this.#revealAcross(this.#state.model.rows[row]);
    this.#draw();
  }

  /** The same for a ladder wider than its pane: the arrow is seen beside the gutter, its start when it is too long. */
  #revealAcross({ from, to }) {
    const { g } = this.#ctx;
    const [left, right] = [Math.min(g.x[from], g.x[to]) - g.gutter - 30, Math.max(g.x[from], g.x[to]) + 40 - this.clientWidth];
    if (this.scrollLeft > left || this.scrollLeft < right) this.scrollLeft = Math.max(Math.min(right, left), 0);
  }

  /** Rows in one page of the present size. */
  get page() {
    return Math.max(Math.floor((this.clientHeight - HEAD_HEIGHT) / (this.#ctx?.g.rowHeight ?? 28)) - 1, 1);
  }

  #scrolled = () => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  #pressed = (event) => {
    if (event.target.closest?.("[data-fold]")) this.dispatchEvent(new CustomEvent("ladder-unfold", { bubbles: true }));
    const row = event.target.closest?.("[data-key]");
    if (row) this.dispatchEvent(new CustomEvent("ladder-select", { bubbles: true, detail: row.dataset.key }));
  };

  #over = 0;

  #pointed = (event) => {
    const key = event.target.closest?.("[data-key]")?.dataset.key ?? "0";
    this.#tellPointed(Number.parseInt(key, 10));
  };

  #tellPointed(number) {
    if (number === this.#over) return;
    this.#over = number;
    this.dispatchEvent(new CustomEvent("ladder-point", { bubbles: true, detail: number }));
  }

  /** Lights the arrow of a message that is pointed at elsewhere; 0 for none. */
  light(number) {
    for (const node of this.querySelectorAll(".lit")) node.classList.remove("lit");
    const row = this.#state.model?.rowOf.get(String(number));
    if (number && row !== undefined) for (const node of this.#drawn.get(row) ?? []) node.classList.add("lit");
  }

  #rebuild() {
    const { model, time, sdp, repeats } = this.#state;
    if (!model || this.clientWidth === 0) return;
    const first = !this.#y;
    const anchor = this.#anchor();
    const rowHeight = parseInt(getComputedStyle(document.documentElement).getPropertyValue("--ladder-row"), 10) || 28;
    const g = geometry(this.clientWidth, model.columns.length, rowHeight, String(model.total).length);
    this.#ctx = {
      g,
      t,
      model,
      call: model.call,
      time,
      sdp,
      repeats,
      transport: usualTransport(model.call),
      replaced: replacedRows(model),
      limits: curveLimits(model, g),
    };
    this.#y = tops(model.rows, rowHeight, sdp);
    this.#ctx.causes = causesOf(model, this.#y, this.#ctx);
    this.#frameDrawing(g, model);
    this.#drawn.clear();
    this.#spans.clear();
    this.setAttribute("aria-label", t("call.ladder.label", { count: model.shown }));
    if (anchor) this.#restore(anchor);
    this.#draw();
    this.#dressAll();
    if (first) this.reveal(true);
  }

  #frameDrawing(g, model) {
    const head = drawHead(this.#ctx);
    dragColumns(head, { g, model, drop: (key, steps) => this.dispatchEvent(new CustomEvent("ladder-move", { detail: { key, steps } })) });
    const height = this.#y.at(-1) + 40;
    const layer = (name) => svg("g", { class: name, "aria-hidden": name === "rows" ? null : "true" });
    this.#layers = {
      under: layer("grounds"),
      spans: layer("spans"),
      lives: layer("lives"),
      gaps: layer("gaps"),
      margin: layer("margin"),
      links: layer("links"),
      over: layer("rows"),
      causes: layer("causes"),
    };
    for (const x of g.x) this.#layers.lives.append(svg("line", { class: "life", x1: x, x2: x, y1: 0, y2: height - 20 }));
    if (g.sideways) this.#layers.margin.append(gutter(0, height, g));
    const played = svg("clipPath", { id: "ladder-played" }, svg("rect", { class: "playedrect", x: 0, y: 0, width: g.width, height }));
    const hatch = svg("defs", {}, svg("pattern", HATCH, svg("line", { class: "hatchline", x1: 0, y1: 0, x2: 0, y2: 6 })), played);
    this.replaceChildren(head, svg("svg", { class: "ladder-body", width: g.width, height, role: "list" }, hatch, ...Object.values(this.#layers)));
  }

  /** The row at the top of the pane and how far it is scrolled: kept when the drawing changes around it. */
  #anchor() {
    if (!this.#y || !this.#ctx || this.scrollTop === 0) return null;
    const selected = this.#ctx.model.rowOf.get(this.#state.selected);
    const seen = (i) => this.#y[i] >= this.scrollTop && this.#y[i] <= this.scrollTop + this.clientHeight - HEAD_HEIGHT;
    const row = selected !== undefined && seen(selected) ? selected : rowAt(this.#y, this.scrollTop);
    const { key, message } = this.#ctx.model.rows[row] ?? {};
    return { key, number: message?.number ?? 0, shift: this.#y[row] - this.scrollTop };
  }

  /** Back to that row, or to the first one after it when a filter took it away. */
  #restore({ key, number, shift }) {
    const { rows } = this.#state.model;
    let row = rows.findIndex((r) => r.key === key);
    if (row < 0) row = rows.findIndex((r) => r.kind === "message" && r.message.number >= number);
    if (row >= 0) this.scrollTop = this.#y[row] - shift;
  }

  #draw() {
    const { model } = this.#state;
    if (!this.#layers || !model || model.rows.length === 0) return;
    const [top, bottom] = [this.scrollTop - MARGIN, this.scrollTop + this.clientHeight + MARGIN];
    const [first, last] = [rowAt(this.#y, top), rowAt(this.#y, bottom)];
    for (const [i, nodes] of this.#drawn) {
      if (i >= first && i <= last) continue;
      for (const node of nodes) node.remove();
      this.#drawn.delete(i);
    }
    for (let i = first; i <= last; i++) if (!this.#drawn.has(i)) this.#drawRow(i);
    this.#drawSpans(first, last);
    if (this.#ctx.g.sideways) for (const node of this.querySelectorAll(".gutter")) node.setAttribute("transform", `translate(${this.scrollLeft} 0)`);
    this.dispatchEvent(new CustomEvent("ladder-scroll"));
  }

  #drawRow(i) {
    const row = this.#state.model.rows[i];
    const draw = { message: drawMessage, bar: drawBar, gap: drawGap, fold: drawFold, ghost: drawMessage }[row.kind];
    const { under, over } = draw(row, this.#y[i], this.#y[i + 1] - this.#y[i], this.#ctx);
    if (under) this.#layers[row.kind !== "message" ? "gaps" : "under"].append(under);
    this.#inOrder(over, i);
    this.#drawn.set(i, [under, over].filter(Boolean));
    if (row.kind !== "message") return;
    over.setAttribute("aria-posinset", row.message.number);
    over.setAttribute("aria-setsize", this.#state.model.total);
    for (const node of [under, over]) this.#dress(node, row);
  }

  /** Reading order is row order, whichever way the reader scrolled. */
  #inOrder(node, i) {
    let next = i + 1;
    while (next < i + 4 && !this.#drawn.has(next)) next++;
    const before = this.#drawn.get(next)?.at(-1) ?? null;
    this.#layers.over.insertBefore(node, before);
  }

  #drawSpans(first, last) {
    const { model } = this.#state;
    const wanted = [...model.holds.map((span, i) => [`hold ${i}`, span]), ...model.links.map((span, i) => [`link ${i}`, span])];
    for (const [key, span] of wanted) {
      const seen = span.fromRow <= last && span.toRow >= first;
      if (seen === this.#spans.has(key)) continue;
      if (!seen) {
        for (const node of this.#spans.get(key)) node.remove();
        this.#spans.delete(key);
        continue;
      }
      this.#spans.set(key, this.#drawSpan(key.startsWith("hold"), span, model));
    }
  }

  #drawSpan(hold, span, model) {
    if (hold) {
      const band = drawHold(span, this.#y, this.#ctx);
      this.#layers.spans.append(band);
      return [band];
    }
    const { under, over } = drawLink(span, this.#y, model, this.#ctx);
    this.#layers.links.append(under);
    if (over) this.#layers.causes.append(over);
    return [under, over].filter(Boolean);
  }

  #dressAll() {
    const { model, selected } = this.#state;
    if (!model || !this.#layers) return;
    for (const [i, nodes] of this.#drawn) for (const node of nodes) this.#dress(node, model.rows[i]);
    if (model.rowOf.has(selected)) this.setAttribute("aria-activedescendant", `row-${selected}`);
    else this.removeAttribute("aria-activedescendant");
  }

  #dress(node, row) {
    if (row.kind !== "message") return;
    const { model, selected, marks } = this.#state;
    const chosen = model.rows[model.rowOf.get(selected)]?.message;
    const { classList } = node;
    classList.toggle("sel", row.key === selected);
    classList.toggle("txn", Boolean(chosen) && row.key !== selected && row.message.transaction > 0 && row.message.transaction === chosen.transaction);
    classList.toggle("marked", marks.includes(row.key));
    if (row.key === selected) node.setAttribute("aria-current", "true");
    else node.removeAttribute("aria-current");
  }
}

/** The transport that is not worth saying: the one most messages use. */
function usualTransport(call) {
  const counts = new Map();
  for (const m of call.messages) counts.set(m.transport, (counts.get(m.transport) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Beside a curve a row's chips end at the curve's column: row → [column, where chips that began before it must end]. */
function curveLimits(model, g) {
  const limits = new Map();
  for (const link of model.links) {
    for (let i = link.fromRow + 1; i < link.toRow; i++) limits.set(model.rows[i].key, [link.column, g.x[link.column] + (g.small ? 8 : 24)]);
  }
  return limits;
}

/** Links whose effect says itself what happened to it: a dialog that was replaced. */
function replacedRows(model) {
  const replaced = new Map();
  for (const link of model.links) {
    if (link.kind !== "replaces") continue;
    const { key } = model.rows[link.toRow];
    replaced.set(key, [...(replaced.get(key) ?? []), { cause: link.cause, reason: reasonOf(link) }]);
  }
  return replaced;
}

customElements.define("call-ladder", CallLadder);
