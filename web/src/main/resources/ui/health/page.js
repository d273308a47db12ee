// <health-page>: how the server is, in one sentence, and every counter that it has. Asked anew every two seconds.
import { html, nothing } from "lit";
import "../components/page-footer.js";
import { Plain } from "../element.js";
import { bytes, clock, date, grouped as thousands } from "../format.js";
import en from "../i18n/health.en.js";
import zh from "../i18n/health.zh.js";
import { addWords, known, t } from "../i18n/i18n.js";
import { icon } from "../icons.js";
import { show } from "../text.js";
import { anyLoss, grouped, isBytes, isLoss } from "./groups.js";
import { healthState, onHealth, watchHealth } from "./health.js";

addWords({ en, zh });

const ORDER = Object.keys(en)
  .filter((key) => key.startsWith("counter."))
  .map((key) => key.slice(8));

const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
];

/** The two largest units of a length: "3 d 4 h", "12 min 5 s". */
export function lasting(ms) {
  const seconds = Math.floor(ms / 1000);
  const first = Math.max(
    UNITS.findIndex(([, size]) => seconds >= size),
    0,
  );
  let rest = seconds;
  return (seconds ? UNITS.slice(first, first + 2) : UNITS.slice(-1))
    .map(([unit, size]) => {
      const n = Math.floor(rest / size);
      rest -= n * size;
      return `${n} ${t("unit." + unit)}`;
    })
    .join(" ");
}

class HealthPage extends Plain {
  connectedCallback() {
    super.connectedCallback();
    this.during(
      onHealth(() => this.requestUpdate()),
      watchHealth(),
    );
  }

  willUpdate() {
    document.title = `${t("health.title")} · Callogram`;
  }

  #sentence({ health, lost }) {
    const [tone, key] = lost ? ["bad", "health.lost"] : health.status === "ok" ? (anyLoss(health.counters) ? ["warn", "health.loss"] : ["ok", "health.ok"]) : ["bad", "health.degraded"];
    const n = health.complaints?.length ?? 0;
    return html`<p class="state ${tone}">${icon(tone === "ok" ? "check" : "warning")}<span>${t(key, { n })}</span></p>
      ${
        lost || !n
          ? nothing
          : html`<ul class="complaints">${health.complaints.map((sentence) => html`<li lang="en">${show(sentence, { limit: 600 })}</li>`)}</ul>`
      }`;
  }

  #facts(health) {
    const facts = [
      ["version", health.version],
      ["rules", health.rules],
      ["began", `${date(health.began)} ${clock(health.began, 0)}`],
      ["uptime", lasting(health.uptimeMs)],
    ];
    return html`<dl class="vitals">${facts.map(
      ([key, value]) => html`<div><dt>${t("health." + key)}</dt><dd class="mono">${show(value)}</dd></div>`,
    )}</dl>`;
  }

  #counter([name, n]) {
    const key = "counter." + name;
    const loss = isLoss(name, n);
    return html`<tr class=${loss ? "loss" : ""}><th scope="row" title=${name}>${loss ? icon("warning") : nothing}${
      known(key) ? t(key) : html`<span class="mono">${name.replace(/^note_/, "").replaceAll("_", " ")}</span>`
    }</th><td title=${isBytes(name) ? thousands(n) + " B" : ""}>${isBytes(name) ? bytes(n) : thousands(n)}</td></tr>`;
  }

  #group({ group, counters }) {
    return html`<section class="counters"><h2>${t("health.group." + group)}</h2>
      <table><tbody>${counters.map((one) => this.#counter(one))}</tbody></table></section>`;
  }

  render() {
    const { health, lost } = healthState();
    return html`<main class="health scroll" tabindex="-1">
        <header><h1>${t("health.title")}</h1>${health ? this.#sentence({ health, lost }) : nothing}${health?.counters ? this.#facts(health) : nothing}</header>
        ${health ? nothing : html`<p class="muted">${t(lost ? "health.lost" : "calls.loading")}</p>`}
        ${health && !health.counters ? html`<p class="muted">${t("error.token")}</p>` : nothing}
        <div class="groups">${health?.counters ? grouped(health.counters, ORDER).map((one) => this.#group(one)) : nothing}</div>
      </main>
      <page-footer .facts=${[]} .hints=${[{ keys: ["Esc"], word: t("keys.back") }]}></page-footer>`;
  }
}
customElements.define("health-page", HealthPage);
