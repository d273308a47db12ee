// Begins a capture on an interface of the server: which one, which frames, and what libpcap says of the filter.
import { html } from "lit";
import { get, post } from "../api.js";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { plain, show } from "../text.js";
import { adopt } from "./sources.js";

const ALL = "any";

class CaptureForm extends Plain {
  static properties = { interfaces: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.interfaces = null;
    this.problem = null;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#list();
  }

  async #list() {
    try {
      const { interfaces } = await get("/interfaces");
      this.interfaces = interfaces.filter(({ up, addresses }) => up && (addresses.length || up)).toSorted((a, b) => (b.name === ALL) - (a.name === ALL));
    } catch (problem) {
      this.problem = problem;
    }
  }

  updated(changed) {
    if (changed.has("interfaces") && this.interfaces) this.querySelector("select")?.focus();
  }

  async #start(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    this.problem = null;
    try {
      adopt(await post("/captures", { interface: form.get("interface"), filter: form.get("filter").trim() }));
      this.#close();
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  #close() {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  #option({ name, addresses, loopback }) {
    const words = name === ALL ? t("capture.any") : (addresses[0] ?? "");
    return html`<option value=${name}>${plain(name)}${words ? ` · ${plain(words)}` : ""}${loopback ? ` · ${t("capture.loopback")}` : ""}</option>`;
  }

  #said() {
    if (!this.problem) return null;
    const { status, detail, title } = this.problem;
    return html`<p class="bad" role="alert">${icon("warning")}<span lang="en">${show(status ? detail || title : t("source.offline"), { limit: 600 })}</span></p>`;
  }

  render() {
    const none = !this.interfaces;
    return html`<form class="capture" @submit=${this.#start}>
      <label><span>${t("capture.interface")}</span>
        <select name="interface" ?disabled=${none}>${(this.interfaces ?? []).map((each) => this.#option(each))}</select></label>
      <label><span>${t("capture.filter")}</span>
        <input name="filter" class="mono" maxlength="1024" spellcheck="false" autocomplete="off" placeholder="udp port 5060"></label>
      ${this.#said()}
      <div class="ask"><button class="btn primary" ?disabled=${none || this.busy}>${t("capture.start")}</button>
        <button type="button" class="btn" @click=${this.#close}>${t("capture.cancel")}</button></div>
    </form>`;
  }
}
customElements.define("capture-form", CaptureForm);
