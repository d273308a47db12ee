// What everything in the call was as of a message: the server says every change with its cause, the last one counts.
import { get } from "../api.js";

const AWAITED = ["calling", "trying", "proceeding"];

/**
 * @typedef {{of: string, number: number, state: string, detail: string, event: string, message: number, time: string}} Change
 * @param {Change[]} changes in order
 * @param message its number; what time alone caused has happened by then when it is not later than `time`
 */
export function momentOf(changes, { number, time }) {
  const moment = { call: null, leg: new Map(), dialog: new Map(), media: new Map(), transaction: new Map() };
  for (const change of changes) {
    if (change.message ? change.message > number : change.time > time) continue;
    if (change.of === "call") moment.call = change;
    else moment[change.of].set(change.number, change);
  }
  return moment;
}

/** Hop transactions that still wait for a response, or a failed INVITE for its ACK; newest last. */
export function waiting(call, moment) {
  return [...moment.transaction.values()]
    .map((standing) => ({ standing, method: call.transactions.find((t) => t.number === standing.number)?.method ?? "" }))
    .filter(({ standing, method }) => AWAITED.includes(standing.state) || (standing.state === "completed" && method === "INVITE"));
}

/** The changes of the call that is shown; read again when it grew. A server that cannot say them leaves the list empty. */
export class Moments {
  changes = [];
  #host;
  #asked = "";
  #abort = null;

  constructor(host) {
    this.#host = host;
  }

  of(call) {
    const asked = `${call.id} ${call.messages.length}`;
    if (asked === this.#asked) return;
    if (!this.#asked.startsWith(`${call.id} `)) this.changes = [];
    this.#asked = asked;
    this.#ask(call.id);
  }

  stop() {
    this.#abort?.abort();
    this.#asked = "";
  }

  async #ask(id) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    try {
      this.changes = (await get(`/calls/${encodeURIComponent(id)}/changes`, { signal: abort.signal })).changes ?? [];
      this.#host.requestUpdate();
    } catch (failure) {
      if (failure.name !== "AbortError") this.changes = [];
    }
  }
}
