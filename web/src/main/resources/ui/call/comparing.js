// The comparison of the call that is shown with the shape of its flow or with another call, as the server drew it.
import { get } from "../api.js";

export class Comparing {
  comparison = null;
  problem = null;
  #host;
  #asked = "";
  #abort = null;

  constructor(host) {
    this.#host = host;
  }

  /** @param asked "flow", "flow:hold", the id of a call, or "" for none */
  of(call, asked) {
    const question = asked && `${call.id} ${asked} ${call.messages.length}`;
    if (question === this.#asked) return;
    this.stop();
    this.#asked = question;
    Object.assign(this, { comparison: null, problem: null });
    if (question) this.#ask(call.id, asked);
  }

  stop() {
    this.#abort?.abort();
    this.#asked = "";
  }

  async #ask(id, asked) {
    const abort = (this.#abort = new AbortController());
    try {
      this.comparison = await get(`/calls/${encodeURIComponent(id)}/compare`, { signal: abort.signal, params: { with: asked } });
    } catch (failure) {
      if (failure.name !== "AbortError") this.problem = failure;
    }
    if (!abort.signal.aborted) this.#host.requestUpdate();
  }
}

/** Other calls of the same flow, to choose from: the newest few. They may come late or not at all. */
export async function likeThis(page) {
  const { headline, kind, id } = page.call;
  const answer = await get("/calls", { params: { q: headline ? `flow:${headline}` : `kind:${kind}`, limit: 7 } }).catch(() => null);
  page.others = (answer?.calls ?? []).filter((other) => other.id !== id).slice(0, 6);
  page.requestUpdate();
}
