// The banner under the top bar: the latest notice, and how many wait behind it.
import { html } from "lit";
import { Plain } from "../element.js";
import { t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { dismiss, onNotices } from "./notices.js";

class NoticeBanner extends Plain {
  static properties = { notices: { state: true } };

  constructor() {
    super();
    this.notices = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(onNotices((notices) => (this.notices = notices)));
  }

  render() {
    const item = this.notices.at(-1);
    return html`<div class="bannerplace">${item ? this.#banner(item, this.notices.length - 1) : null}</div>`;
  }

  #banner(item, behind) {
    return html`<div class="banner ${item.tone}" role="status">${icon(item.tone === "quiet" ? "note" : "warning")}
      <p>${item.sentence()}</p>
      ${item.show ? html`<button class="linkish" @click=${item.show}>${t(item.showLabel ?? "source.show")}</button>` : null}
      ${behind ? html`<span class="muted nowrap">+${behind}</span>` : null}
      <span class="grow"></span>
      <button class="iconbtn" aria-label=${t("dismiss")} @click=${() => dismiss(item.id)}>${icon("close")}</button></div>`;
  }
}
customElements.define("notice-banner", NoticeBanner);
