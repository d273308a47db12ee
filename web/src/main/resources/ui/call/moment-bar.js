// Under the slider: ways to play the call, what the call is as of the selected message, and which transactions wait.
import { html, nothing } from "lit";
import { known, t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";
import { waiting } from "./moments.js";
import { evidence } from "./views.js";

/** More than these are counted. */
const SHOWN = 4;
const WAYS = { both: "⇄", forward: "→", backward: "←", none: "⊘" };

const stateWord = (of, state) => (known(`call.${of}.${state}`) ? t(`call.${of}.${state}`) : state);

/** The event that made it so, by the name that the analysis gives it. */
export const because = (standing) =>
  standing.message ? t("call.moment.since", { number: standing.message, event: standing.event }) : t("call.moment.silence", { event: standing.event });

/** Which way audio goes in a dialog, from its caller to its callee; nothing while none was agreed. */
export function mediaGlyph(standing) {
  const way = WAYS[standing?.state];
  if (!way) return nothing;
  const title = `${t(`call.moment.media.${standing.state}`)}. ${because(standing)}`;
  return html`<span class="way ${standing.detail}" role="img" aria-label=${title} title=${title}>${way}</span>`;
}

/** @param at the page: {call, player, go} */
export function momentBar(at, moment) {
  const { call, player } = at;
  if (call.messages.length < 2) return nothing;
  const open = waiting(call, moment);
  return html`<div class="momentbar" role="group" aria-label=${t("call.moment")}>
    <span class="player">
      <button class="iconbtn" title=${t("call.play.back")} aria-label=${t("call.play.back")} @click=${() => stepped(at, -1)}>${icon("back")}</button>
      <button class="iconbtn play" aria-pressed=${player.running} title="${t(player.running ? "call.play.hold" : "call.play")} (p)"
        aria-label=${t(player.running ? "call.play.hold" : "call.play")} @click=${player.toggle}>${icon(player.running ? "hold" : "play")}</button>
      <button class="iconbtn" title=${t("call.play.on")} aria-label=${t("call.play.on")} @click=${() => stepped(at, 1)}>${icon("on")}</button>
      <button class="speed mono" title=${t("call.play.speed")} aria-label=${t("call.play.speed.is", { speed: player.speed })} @click=${player.faster}>${player.speed}×</button>
      ${player.active ? html`<button class="speed" @click=${player.stop}>${t("call.play.all")}</button>` : nothing}
    </span>
    ${moment.call ? html`<span class="whole" title=${because(moment.call)}><span class="not-phone">${t("call.moment.call")}</span>
      <b>${stateWord("moment.call", moment.call.state)}</b>${moment.call.message ? evidence(moment.call.message, at.go) : nothing}</span>` : nothing}
    ${
      open.length
        ? html`<span class="open"><span class="not-phone">${t("call.moment.open")}</span>${open
            .slice(-SHOWN)
            .map(({ standing, method }) => transaction(standing, method, at))}${
            open.length > SHOWN ? html`<span class="muted">${t("call.moment.more", { n: open.length - SHOWN })}</span>` : nothing
          }</span>`
        : nothing
    }</div>`;
}

const transaction = (standing, method, at) => html`<span class="txnstate" title=${because(standing)}><b>${show(method, { limit: 20 })}</b>
  ${stateWord("moment.transaction", standing.state)}${standing.message ? evidence(standing.message, at.go) : nothing}</span>`;

/** Outside a replay a step is a step of the selection. */
const stepped = ({ player, move }, way) => player.step(way) || move(way);
