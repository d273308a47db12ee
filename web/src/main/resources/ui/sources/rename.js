// <source-rename>: what a source is called, and another name for it.
import { html } from "lit";
import { patch } from "../api.js";
import { notice } from "../components/notices.js";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { fill, show } from "../text.js";

const LONGEST = 120;

class SourceRename extends Plain {
  static properties = { source: { attribute: false }, busy: { state: true } };

  firstUpdated() {
    this.querySelector("input").select();
  }

  async #rename(event) {
    event.preventDefault();
    const name = this.querySelector("input").value.trim();
    this.busy = true;
    try {
      if (name && name !== this.source.name) await patch("/sources/" + encodeURIComponent(this.source.id), { name });
      this.#close(); // the server tells every page of the new name
    } catch (problem) {
      this.busy = false;
      const what = problem.status ? problem.detail || problem.title : t("source.offline");
      notice({ id: "rename", tone: "bad", sentence: () => fill("source.renameFailed", { name: show(this.source.name), what: show(what) }) });
    }
  }

  #close() {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  #key(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#close();
  }

  render() {
    return html`<form class="capture" @submit=${this.#rename}>
      <label><span>${t("source.name")}</span>
        <input maxlength=${LONGEST} required spellcheck="false" autocomplete="off" @keydown=${this.#key} .value=${this.source.name}></label>
      <div class="ask"><button class="btn primary" ?disabled=${this.busy}>${t("source.renameYes")}</button>
        <button type="button" class="btn" @click=${this.#close}>${t("source.deleteNo")}</button></div></form>`;
  }
}
customElements.define("source-rename", SourceRename);
