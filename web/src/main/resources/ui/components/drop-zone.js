// Captures dropped anywhere on the page are read; while they hover, the page says so.
import { html } from "lit";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { fill, show } from "../text.js";
import { notice } from "./notices.js";
import { uploadAll } from "../sources/sources.js";

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

class DropZone extends Plain {
  static properties = { over: { state: true } };

  constructor() {
    super();
    this.over = false;
    this.depth = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(window, "dragenter", (event) => carriesFiles(event) && this.#count(1));
    this.listen(window, "dragleave", (event) => carriesFiles(event) && this.#count(-1));
    this.listen(window, "dragover", (event) => carriesFiles(event) && event.preventDefault());
    this.listen(window, "drop", (event) => carriesFiles(event) && this.#drop(event));
  }

  // Every element crossed sends one enter and one leave: over as long as more were entered than left.
  #count(step) {
    this.depth = Math.max(0, this.depth + step);
    this.over = this.depth > 0;
  }

  #drop(event) {
    event.preventDefault();
    this.depth = 0;
    this.over = false;
    const files = [];
    for (const item of event.dataTransfer.items) {
      const file = item.getAsFile();
      if (!file) continue;
      if (item.webkitGetAsEntry?.()?.isDirectory) this.#refuse(file.name);
      else files.push(file);
    }
    uploadAll(files);
  }

  #refuse(name) {
    notice({ id: "folder", tone: "warn", sentence: () => fill("sources.folder", { name: show(name) }) });
  }

  render() {
    if (!this.over) return null;
    return html`<div class="dropzone" role="status"><div>${icon("upload")}<p>${t("sources.drop")}</p>
      <p class="muted">${t("sources.dropHint")}</p></div></div>`;
  }
}
customElements.define("drop-zone", DropZone);
