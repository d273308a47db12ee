// The panel behind `c`: order the columns by pointer or by keyboard, give a node's endpoints their own, put them together again.
import { html, nothing } from "lit";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { plain, show } from "../text.js";
import { addressOf, merged, moved, orderOf, split } from "./columns.js";

/** @param at the page: {call, model, set, open, toggle} */
export function columnsPanel(at) {
  const { call, model } = at;
  const { columns } = model;
  const put = (next) => at.set({ order: orderOf(next, call.nodes) });
  const firstOfNode = new Set();
  return html`<div class="panel columnspanel scroll" role="dialog" aria-label=${t("call.columns")}>
    <ol @pointerdown=${(event) => drag(event, (key, steps) => put(moved(columns, key, steps)))}>${columns.map((column, i) => {
      const node = call.nodes.find((n) => n.index === column.node);
      const first = !firstOfNode.has(column.node) && Boolean(firstOfNode.add(column.node));
      const name = plain(column.node < 0 ? t("call.columns.unknown") : column.name);
      return html`<li data-key=${column.key}>
        <button class="handle" aria-label=${t("call.columns.move", { name })} title=${t("call.columns.move.title")}
            @keydown=${(event) => byKey(event, column.key, (steps) => put(moved(columns, column.key, steps)))}>
          <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01"></path></svg></button>
        <span class="who">${show(name, { limit: 60 })}</span><span class="mono addr">${addressOf(column, t)}</span>
        ${splitButton(node, column, first, put, columns)}
        <button class="iconbtn" ?disabled=${i === 0} aria-label=${t("call.columns.left", { name })}
            @click=${() => put(moved(columns, column.key, -1))}>${icon("up")}</button>
        <button class="iconbtn" ?disabled=${i === columns.length - 1} aria-label=${t("call.columns.right", { name })}
          @click=${() => put(moved(columns, column.key, 1))}>${icon("down")}</button></li>`;
    })}</ol>
    ${at.view.order ? html`<button class="btn" @click=${() => at.set({ order: "" })}>${t("call.columns.reset")}</button>` : nothing}</div>`;
}

/** Offered once a node: to take its endpoints apart, or to put them together again. */
function splitButton(node, column, first, put, columns) {
  if (!node || node.endpoints.length < 2 || !first) return html`<span></span>`;
  return column.endpoint < 0
    ? html`<button class="linkish" @click=${() => put(split(columns, node))}>${t("call.columns.split", { count: node.endpoints.length })}</button>`
    : html`<button class="linkish" @click=${() => put(merged(columns, node))}>${t("call.columns.merge")}</button>`;
}

function byKey(event, key, move) {
  const steps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (!steps) return;
  event.preventDefault();
  event.stopPropagation();
  move(steps);
  const list = event.currentTarget.closest("ol");
  requestAnimationFrame(() => list.querySelector(`[data-key="${key}"] .handle`)?.focus());
}

function drag(event, drop) {
  const handle = event.target.closest(".handle");
  if (!handle || event.button !== 0) return;
  const item = handle.closest("li");
  const items = [...item.parentElement.children];
  const from = items.indexOf(item);
  const height = item.offsetHeight;
  const start = event.clientY;
  const steps = (y) => Math.min(Math.max(Math.round((y - start) / height), -from), items.length - 1 - from);
  const follow = (move) => {
    item.classList.add("dragged");
    const by = steps(move.clientY);
    items.forEach((other, i) => other.classList.toggle("before", i === from + by && by < 0));
    items.forEach((other, i) => other.classList.toggle("after", i === from + by && by > 0));
  };
  const end = (up) => {
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", end);
    handle.removeEventListener("pointercancel", end);
    for (const other of items) other.classList.remove("dragged", "before", "after");
    if (up.type === "pointerup" && steps(up.clientY) !== 0) drop(item.dataset.key, steps(up.clientY));
  };
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
}
