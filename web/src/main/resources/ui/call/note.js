// <call-note>: what people noted on a call, and the small form in which they do. The server keeps it; other pages hear of it.
import { html, nothing } from "lit";
import { put } from "../api.js";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";

const LONGEST = 2000;

/** The line under the head of a call that has a note. */
export const noteLine = (at) =>
  at.call.note
    ? html`<div class="line notedline">${icon("memo")}<p title=${t("call.note")}>${show(at.call.note, { limit: LONGEST })}</p>
        <button class="linkish" @click=${() => at.toggle("note")}>${t("call.note.edit")}</button></div>`
    : nothing;

/** The button among the actions, with the form under it while it is open. */
export const noteButton = (at) => html`<span class="drop">
  <button class="btn" aria-expanded=${at.open === "note"} title=${t("call.note.title")} aria-label=${t("call.note")}
      @click=${() => at.toggle("note")}>${icon("memo")}<span class="wide-only">${t("call.note")}</span></button>
  ${at.open === "note" ? html`<call-note .call=${at.call} @note-kept=${(event) => at.noted(event.detail)} @note-left=${() => at.toggle("note")}></call-note>` : nothing}</span>`;

class CallNote extends Plain {
  static properties = { call: { attribute: false }, problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    const area = this.querySelector("textarea");
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  async #keep(event) {
    event?.preventDefault();
    this.busy = true;
    try {
      const { note } = await put(`/calls/${encodeURIComponent(this.call.id)}/note`, { text: this.querySelector("textarea").value });
      this.#tell("note-kept", note);
    } catch (problem) {
      this.problem = problem;
      this.busy = false;
    }
  }

  // Single letters are text here; Escape leaves what is written unkept.
  #key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#keep(event);
    else if (event.key === "Escape") this.#tell("note-left");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #remove() {
    this.querySelector("textarea").value = "";
    this.#keep();
  }

  render() {
    return html`<form class="panel notepanel" aria-label=${t("call.note")} @submit=${this.#keep}>
      <textarea maxlength=${LONGEST} rows="4" aria-label=${t("call.note")} placeholder=${t("call.note.placeholder")} @keydown=${this.#key} .value=${this.call.note ?? ""}></textarea>
      ${
        this.problem
          ? html`<p class="warned" role="alert">${icon("warning")} ${show(this.problem.detail || this.problem.title || t("call.offline"), { limit: 300 })}</p>`
          : nothing
      }
      <div class="ask"><button class="btn primary" ?disabled=${this.busy}>${t("call.note.keep")}</button>
        <button type="button" class="btn" @click=${() => this.#tell("note-left")}>${t("call.note.leave")}</button><span class="grow"></span>
        ${this.call.note ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${this.#remove}>${icon("bin")}${t("call.note.remove")}</button>` : nothing}</div>
    </form>`;
  }
}
customElements.define("call-note", CallNote);
