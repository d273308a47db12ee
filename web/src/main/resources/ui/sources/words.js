// How the progress of a source or an upload is said.
import { html } from "lit";
import { bytes, grouped, left } from "../format.js";
import { own, t } from "../i18n/i18n.js";
import { show } from "../text.js";

const remaining = (seconds) => left(seconds, { s: t("unit.s"), min: t("unit.min"), h: t("unit.h") });

export const isLive = (source) => source.state === "live";
export const isWorking = (source) => source.state === "uploading" || source.state === "reading";
/** It is read again, and what was found before answers meanwhile. */
export const isRebuilding = (source) => Boolean(source.rebuilding) && isWorking(source);

export const percent = (fraction) => `${Math.floor(Math.min(1, Math.max(0, fraction ?? 0)) * 100)} %`;

// "45 %", "312 MB/s", "120,000 msg/s", "3 s left": what is known of it
export function pieces({ fraction, rate, messages, seconds }) {
  const out = [percent(fraction)];
  if (rate) out.push(t("progress.rate", { rate: bytes(rate) }));
  if (messages) out.push(t("progress.messages", { n: grouped(messages) }));
  if (remaining(seconds)) out.push(t("progress.left", { left: remaining(seconds) }));
  return out;
}

export const ofUpload = (item, twin) =>
  pieces({ fraction: item.fraction, rate: item.rate, messages: twin?.messagesPerSecond, seconds: item.left });
export const ofSource = (source) => pieces({ fraction: source.progress, messages: source.messagesPerSecond, seconds: source.secondsLeft });

// The source the server already shows for a file that is still being sent.
export const twinOf = (item, sources) => sources.find((source) => source.name === item.name && source.state === "uploading");

// The server says it in English, with the file as its subject; where the reason has words in the reader's language, those.
export function troubleWords({ reason, at, sentence }) {
  const key = "trouble." + reason;
  return own(key) ? t(key, { at: grouped(at) }) : html`<span lang="en">${show(sentence.replace(/\.$/, ""))}</span>`;
}
