// The base of every element: light DOM, so that the page's style sheets reach it, and redrawn when the language changes.
import { LitElement } from "lit";
import { onLanguage } from "./i18n/i18n.js";

export class Plain extends LitElement {
  #stop = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.during(onLanguage(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const stop of this.#stop.splice(0)) stop();
  }

  // Keeps what a subscription returned, and ends it when the element leaves the page.
  during(...stops) {
    this.#stop.push(...stops);
  }

  // Listens on something that outlives the element.
  listen(target, type, listener, options) {
    target.addEventListener(type, listener, options);
    this.during(() => target.removeEventListener(type, listener, options));
  }
}
