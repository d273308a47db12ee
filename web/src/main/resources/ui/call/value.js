// A value of a message as a template: identifiers in their leg's colour, breaks only where SIP has them, long ones folded.
import { html, nothing } from "lit";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { pieces } from "../text.js";
import { breakable, folded, painted } from "./wire.js";

/** A tab is white space to the reader; every other control is a token. */
const drawn = (text) => text.split("\t").map((part, i) => [i ? "\t" : nothing, pieces(part)]);

const unbroken = (part) => (/\s/.test(part) || part.length > 40 ? drawn(part) : html`<span class="whole">${drawn(part)}</span>`);

const broken = (text) => breakable(text).map((part, i) => [i ? html`<wbr>` : nothing, unbroken(part)]);

/** An identifier stays in one line as long as it fits the narrowest pane. */
const long = (text) => (text.length > 32 ? " long" : "");

function piece(p) {
  if (p.byte !== undefined)
    return html`<span class="tok" title=${t("call.byte.title")}>${"0x" + p.byte.toString(16).toUpperCase().padStart(2, "0")}</span>`;
  if (p.branch) return html`<span class="tk${long(p.text)}">${drawn(p.text)}</span>`;
  if (p.leg) return html`<span class="id leg-${((p.leg - 1) % 8) + 1}${long(p.text)}">${p.text.length > 48 ? broken(p.text) : drawn(p.text)}</span>`;
  return broken(p.text);
}

/**
 * @param source pieces of wire.js, or a string
 * @param options.open the keys of values that were opened; `key` is this value's, `toggle(key)` opens it
 */
export function value(source, { identifiers = [], room = { columns: 44, lines: 4 }, open, key, toggle }) {
  const parts = (typeof source === "string" ? [{ text: source }] : source).flatMap((p) =>
    p.text === undefined ? [p] : painted(p.text, identifiers),
  );
  const { shown, more } = open.has(key) ? { shown: parts, more: 0 } : folded(parts, room);
  return html`${shown.map(piece)}${
    more ? html`<button class="more" data-more @click=${() => toggle(key)}>${t("call.more", { count: grouped(more) })}</button>` : nothing
  }`;
}

/** What the reader selected, with every token turned back into the character it stands for. */
export function selectedText(selection) {
  if (selection.rangeCount === 0) return "";
  const fragment = selection.getRangeAt(0).cloneContents();
  for (const token of fragment.querySelectorAll(".tok")) {
    const [, code] = /^U\+([0-9A-F]+)$/.exec(token.textContent) ?? [];
    token.replaceWith(code ? String.fromCodePoint(parseInt(code, 16)) : "\uFFFD");
  }
  for (const other of fragment.querySelectorAll("[data-more], .raw > .note, svg")) other.remove();
  const lines = [...fragment.children].filter((child) => child.tagName === "DIV" && !child.matches(".note"));
  return lines.length ? lines.map((line) => line.textContent).join("\r\n") : spaced(fragment);
}

/** Outside the raw text there are no lines: a header's name and value, a title and its sentence are put apart. */
function spaced(fragment) {
  for (const name of fragment.querySelectorAll("dt")) name.append(": ");
  for (const block of fragment.querySelectorAll("dd, p, h4, .idline, summary")) block.append("\n");
  return fragment.textContent.replace(/[ \t]*\n[ \n]*/g, "\n").trim();
}
