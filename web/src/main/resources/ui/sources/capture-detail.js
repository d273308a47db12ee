// A capture, while it runs and when it has ended: where each frame went, when nothing was captured, and the way to end it.
import { html } from "lit";
import { Plain } from "../element.js";
import { clock, date, grouped } from "../format.js";
import { own, t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";
import { stopCapture } from "./sources.js";

const placeWords = (place) => (own("capture.dropped." + place) ? t("capture.dropped." + place) : place);

class CaptureDetail extends Plain {
  static properties = { source: { attribute: false }, busy: { state: true } };

  #row(sign, words, n, cls = "") {
    return html`<tr class=${cls}><th scope="row"><span class="sign">${sign}</span>${words}</th><td>${grouped(n)}</td></tr>`;
  }

  #account(capture) {
    const unit = t(this.source.kind === "hep" ? "capture.received.hep" : "capture.received");
    return html`<h3>${t("capture.title")}</h3><table class="sum"><tbody>
      <tr class="total"><th scope="row">${unit}</th><td>${grouped(capture.received)}</td></tr>
      ${this.#row("=", t("capture.stored"), capture.stored)}
      ${capture.waiting ? this.#row("+", t("capture.waiting"), capture.waiting) : null}
      ${Object.entries(capture.dropped).map(([place, n]) => this.#row("+", placeWords(place), n, n ? "lost" : ""))}
      </tbody></table>
      ${capture.lostBefore ? html`<p class="lost">${icon("warning")}${t("capture.lostBefore", { n: grouped(capture.lostBefore) })}</p>` : null}
      ${capture.filtered > 0 ? html`<p class="muted">${t("capture.filtered", { n: grouped(capture.filtered) })}</p>` : null}
      ${capture.complete ? null : html`<p class="lost">${icon("warning")}${t("capture.incomplete")}</p>`}`;
  }

  #gap({ from, to, missed, atMost }) {
    const day = date(from);
    const lost =
      missed === null ? t("capture.gap.unknown") : t(atMost ? "capture.gap.atMost" : "capture.gap.missed", { n: grouped(missed) });
    return html`<li>
      <span class="mono">${day} ${clock(from, 1)} – ${to ? clock(to, 1) : t(this.source.capture.state === "ended" ? "capture.end" : "capture.now")}</span>
      ${to ? html`<span class=${missed === 0 ? "muted" : "lost"}>${lost}</span>` : null}
    </li>`;
  }

  #gaps(capture) {
    if (!capture.gaps.length) return null;
    return html`<h3>${t("capture.gaps")}</h3>${capture.earlierGaps ? html`<p class="muted">${t("capture.gaps.all", { gaps: grouped(capture.earlierGaps + capture.gaps.length), n: grouped(capture.missed) })}</p>` : null}<ol class="troubles">${capture.gaps.map((gap) => this.#gap(gap))}</ol>
      ${capture.sentence ? html`<p class="muted" lang="en">${show(capture.sentence, { limit: 400 })}</p>` : null}`;
  }

  async #stop() {
    this.busy = true;
    await stopCapture(this.source);
    this.busy = false;
  }

  render() {
    const { capture } = this.source;
    return html`${this.#account(capture)} ${this.#gaps(capture)}
      ${
        capture.state === "ended"
          ? null
          : html`<div class="ask"><button class="btn primary" ?disabled=${this.busy} @click=${this.#stop}>${t("capture.stop")}</button></div>`
      }`;
  }
}
customElements.define("capture-detail", CaptureDetail);
