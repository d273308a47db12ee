// <call-running>: what a call in progress is doing, and for how long by the capture's own clock. It stops with the capture.
import { html, nothing } from "lit";
import { Plain } from "../element.js";
import { instant, talk } from "../format.js";
import { known, t } from "../i18n/i18n.js";
import { captureTime, eachSecond, isOpen } from "../sources/capture-clock.js";
import { momentOf } from "./moments.js";

const END = { number: Infinity, time: "9999" };
const RINGING = 180;

/** The call's last standing in words: what is early because of 180 rings. */
function stateOf(call, standing) {
  const cause = call.messages[standing.message - 1];
  const state = standing.state === "early" && cause?.status === RINGING ? "ringing" : standing.state;
  const key = `call.moment.call.${state}`;
  return known(key) ? t(key) : state;
}

/** What to say of a call at a time of its capture; null when it is over or nothing is known. Its talk says the rest once the capture is over. */
export function runningFor(call, changes, time) {
  const standing = isOpen(call) ? momentOf(changes, END).call : null;
  if (!standing || !time || standing.state === "ended" || (call.outcome === "answered" && !time.live)) return null;
  const ms = Math.max(0, time.ms - instant(standing.time).ms);
  return { state: stateOf(call, standing), live: time.live, lasting: ms < 60_000 ? `${Math.floor(ms / 1000)} ${t("unit.s")}` : talk(ms) };
}

class CallRunning extends Plain {
  static properties = { call: { attribute: false }, changes: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.during(eachSecond(() => isOpen(this.call) && this.requestUpdate()));
  }

  render() {
    const running = runningFor(this.call, this.changes, captureTime(this.call.source));
    if (!running) return nothing;
    return html`<span class="running" title=${t(running.live ? "call.running.live" : "call.running.over")}>${
      running.live ? html`<span class="dot"></span>` : nothing
    }<b>${t("call.running", running)}</b></span>`;
  }
}
customElements.define("call-running", CallRunning);
