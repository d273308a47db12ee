// What `?` shows: every key that works now, as registered, beside the page and not in its way.
import { html } from "lit";
import { Plain } from "../element.js";
import { help, register } from "../keys.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";

const SHOWN = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  " ": "Space",
  PageDown: "PgDn",
  PageUp: "PgUp",
};
const shown = (key) => key.replace(/[^+]+$/, (last) => SHOWN[last] ?? last);

class KeyHelp extends Plain {
  static properties = { open: { state: true } };

  constructor() {
    super();
    this.open = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(register("keys.everywhere", [{ keys: ["?"], label: "keys.help", run: () => this.toggle() }]));
  }

  toggle() {
    this.open = !this.open;
    this.escape?.();
    this.escape = this.open ? register("keys.everywhere", [{ keys: ["Escape", "?"], run: () => this.toggle() }]) : null;
  }

  render() {
    if (!this.open) return null;
    return html`<aside class="keyhelp scroll" role="dialog" aria-label=${t("keys.title")}>
      <header><h2>${t("keys.title")}</h2><span class="grow"></span>
        <button class="iconbtn" aria-label=${t("close")} @click=${() => this.toggle()}>${icon("close")}</button></header>
      ${help().map(
        ({ title, bindings }) =>
          html`<section><h3>${t(title)}</h3><dl>${bindings.map(
            ({ keys, label }) => html`<div><dt>${keys.map((key) => html`<kbd>${shown(key)}</kbd>`)}</dt><dd>${t(label)}</dd></div>`,
          )}</dl></section>`,
      )}
    </aside>`;
  }
}
customElements.define("key-help", KeyHelp);
