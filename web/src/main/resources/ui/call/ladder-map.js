// <ladder-map>: a call of thousands of messages in one narrow strip: where which leg is busy, where the reader is.
import { t } from "../i18n/i18n.js";

const WIDTH = 14;

class LadderMap extends HTMLElement {
  #canvas = document.createElement("canvas");
  #model = null;
  #selected = "";
  #sized = new ResizeObserver(() => this.draw());
  #moved = () => this.draw();

  set model(model) {
    this.#model = model;
    this.draw();
  }

  set selected(key) {
    this.#selected = key;
    this.draw();
  }

  get #ladder() {
    return this.parentElement?.querySelector("call-ladder");
  }

  connectedCallback() {
    this.setAttribute("aria-hidden", "true");
    this.title = t("call.map");
    this.replaceChildren(this.#canvas);
    this.#sized.observe(this);
    this.#ladder?.addEventListener("ladder-scroll", this.#moved);
    this.addEventListener("pointerdown", (event) => {
      this.setPointerCapture(event.pointerId);
      this.#goto(event);
    });
    this.addEventListener("pointermove", (event) => {
      if (this.hasPointerCapture(event.pointerId)) this.#goto(event);
    });
  }

  disconnectedCallback() {
    this.#sized.disconnect();
    this.#ladder?.removeEventListener("ladder-scroll", this.#moved);
  }

  #goto(event) {
    const ladder = this.#ladder;
    const box = this.getBoundingClientRect();
    ladder.scrollTop = ((event.clientY - box.top) / box.height) * ladder.scrollHeight - ladder.clientHeight / 2;
  }

  draw() {
    const height = this.clientHeight;
    const ladder = this.#ladder;
    if (!this.#model || !ladder || height === 0) return;
    const ratio = devicePixelRatio || 1;
    Object.assign(this.#canvas, { width: WIDTH * ratio, height: height * ratio });
    const brush = this.#canvas.getContext("2d");
    brush.scale(ratio, ratio);
    const style = getComputedStyle(this);
    const colour = (name) => style.getPropertyValue(name).trim();
    this.#ticks(brush, height, colour);
    const [top, part] = [ladder.scrollTop / ladder.scrollHeight, ladder.clientHeight / ladder.scrollHeight];
    brush.strokeStyle = colour("--ink-3");
    brush.lineWidth = 1;
    brush.strokeRect(0.5, Math.round(top * height) + 0.5, WIDTH - 1, Math.max(part * height, 8));
    const row = this.#model.rowOf.get(this.#selected);
    if (row === undefined) return;
    brush.fillStyle = colour("--accent");
    brush.fillRect(0, (row / this.#model.rows.length) * (height - 2), WIDTH, 2);
  }

  /** One line of pixels says the leg of the first message that falls on it. */
  #ticks(brush, height, colour) {
    const { rows } = this.#model;
    for (let y = 0; y < height; y += 2) {
      const row = rows[Math.floor((y / height) * rows.length)];
      if (row?.kind !== "message") continue;
      brush.fillStyle = colour(`--leg-${row.lane.slot || 1}`);
      brush.globalAlpha = row.message.request ? 0.75 : 0.35;
      const [a, b] = [row.from, row.to].map((column) => 2 + (column / Math.max(this.#ladderColumns - 1, 1)) * (WIDTH - 4));
      brush.fillRect(Math.min(a, b), y, Math.max(Math.abs(b - a), 2), 1);
    }
    brush.globalAlpha = 1;
  }

  get #ladderColumns() {
    return this.#model.columns.length;
  }
}

customElements.define("ladder-map", LadderMap);
