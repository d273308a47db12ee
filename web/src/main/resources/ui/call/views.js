// The three readings of one message: as sent, header by header, and why it is what it is. Templates over the API's JSON.
import { html, nothing } from "lit";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";
import { value } from "./value.js";
import { linesOf } from "./wire.js";

/** @typedef {{message: object, bytes: Uint8Array, row: object, identifiers: object[], room: object, open: Set<string>, toggle: Function, go: Function}} Shown */

const problemNote = (problem) =>
  html`<div class="note warn">${icon("warning")}<span>${show(problem.sentence)}${
    problem.rfc
      ? html` <span
    class="rfc">${problem.rfc}</span>`
      : nothing
  }</span></div>`;

export function rawView(shown) {
  const { message, bytes, row } = shown;
  const lines = linesOf(bytes, message.bodyOffset);
  const at = (line) => message.problems.filter((p) => p.offset >= line.offset && p.offset < line.end);
  return html`<div class="raw leg-${row.lane.slot}">${lines.map((line, i) => [rawLine(line, i, shown, at(line).length > 0), at(line).map(problemNote)])}${message.problems
    .filter((p) => p.offset >= bytes.length || p.offset < 0)
    .map(problemNote)}</div>`;
}

function rawLine(line, i, shown, marked) {
  const draw = (source) => value(source, { ...shown, key: `raw ${i}` });
  const cls = marked ? "mark warn" : "";
  switch (line.part) {
    case "start":
      return html`<div class="start ${cls}">${startLine(line, shown, draw)}</div>`;
    case "blank":
      return html`<div class="sep"></div>`;
    case "body":
      return html`<div class="body ${cls}">${draw(line.pieces)}</div>`;
    default:
      return html`<div class=${cls}><b>${show(line.name, { limit: 200 })}</b>${draw(line.pieces)}</div>`;
  }
}

/** The method carries the leg's colour, as on the ladder. */
function startLine(line, { row }, draw) {
  const [, method, rest] = row.message.request ? (/^(\S+)([^]*)$/.exec(line.pieces[0]?.text ?? "") ?? []) : [];
  return method && method.length < 40 ? html`<i>${show(method)}</i>${draw([{ text: rest }, ...line.pieces.slice(1)])}` : draw(line.pieces);
}

export function headersView(shown) {
  const { message, row } = shown;
  const loose = message.problems.filter((p) => !message.headers.some((h) => p.offset >= h.offset && p.offset < h.offset + h.length));
  return html`${loose.length ? html`<div class="loose">${loose.map(problemNote)}</div>` : nothing}
    <dl class="hdrs leg-${row.lane.slot}">${message.headers.map((header, i) => headerRow(header, i, shown))}</dl>
    ${message.layers?.length ? layersView(message.layers) : nothing}`;
}

function headerRow(header, i, shown) {
  const key = `structure ${i}`;
  const open = shown.open.has(key);
  const problems = shown.message.problems.filter((p) => p.offset >= header.offset && p.offset < header.offset + header.length);
  const said = problems.length ? problems : header.problem ? [{ sentence: header.problem }] : [];
  const name = html`${show(header.name, { limit: 80 })}${
    header.canonical && header.canonical.toLowerCase() !== header.name.toLowerCase()
      ? html` <span
    class="canonical">${header.canonical}</span>`
      : nothing
  }`;
  return html`<div class=${said.length ? "mark warn" : ""}>
    <dt>${
      header.structured
        ? html`<button class="fold" aria-expanded=${open}
        @click=${() => shown.toggle(key)}>${icon("down", open ? "open" : "")}${name}</button>`
        : name
    }</dt>
    <dd>${value(header.value, { ...shown, key: `header ${i}` })}${
      header.cut ? html` <span class="muted">${t("call.header.cut", { count: grouped(header.cut) })}</span>` : nothing
    }
      ${
        open
          ? html`<dl class="fields">${header.structured.fields.map(
              (field, j) =>
                html`<div><dt>${show(field.name, { limit: 80 })}</dt><dd>${value(String(field.value ?? ""), {
                  ...shown,
                  key: `field ${i} ${j}`,
                })}</dd></div>`,
            )}</dl>`
          : nothing
      }
      ${said.map(problemNote)}</dd></div>`;
}

function layersView(layers) {
  return html`<section class="layers"><h4>${t("call.layers")}</h4>${layers.map(
    (layer) => html`<details>
    <summary>${icon("down")}<b>${show(layer.name)}</b> <span class="muted">${layer.fields
      .slice(0, 2)
      .map(([, v]) => v)
      .join(" → ")}</span></summary>
    <dl class="fields">${layer.fields.map(([name, v]) => html`<div><dt>${show(name)}</dt><dd>${show(v)}</dd></div>`)}</dl></details>`,
  )}</section>`;
}

export function whyView({ message, row, go }) {
  if (!message.identity?.length) return html`<p class="quietline">${t("call.why.none")}</p>`;
  return html`<div class="why leg-${row.lane.slot}">${message.identity.map(
    (part) => html`<section>
    <h4>${show(part.title)}<span>${part.rfc}</span></h4>
    ${
      part.ids.length || part.evidence.length
        ? html`<div class="idline">
      ${part.ids.map((id) => html`<code class=${id.leg ? `id leg-${((id.leg - 1) % 8) + 1}` : ""}>${show(id.text)}</code>`)}
      ${part.evidence.map((number) => evidence(number, go))}</div>`
        : nothing
    }
    <p>${show(part.text)}</p></section>`,
  )}</div>`;
}

/** A boxed number: evidence, and the way to that message. */
export const evidence = (number, go) =>
  html`<button class="ev" aria-label=${t("call.goto", { number })} @click=${() => go(String(number))}>${number}</button>`;
