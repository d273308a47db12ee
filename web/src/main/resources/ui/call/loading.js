// Reads the call that is shown, and again while it grows.
import { get } from "../api.js";
import { isOpen } from "../sources/capture-clock.js";

const SLOW_MS = 200;
const REFRESH_MS = 2000;

export class Loading {
  #page;
  #abort = null;
  #refresh = 0;

  /** @param page {callId, call, problem, slow, arrived()} */
  constructor(page) {
    this.#page = page;
  }

  async load() {
    const page = this.#page;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const slow = setTimeout(() => (page.slow = true), SLOW_MS);
    try {
      page.call = await get(`/calls/${encodeURIComponent(page.callId)}`, { signal: abort.signal });
      page.problem = null;
      page.arrived();
    } catch (failure) {
      if (failure.name !== "AbortError") page.problem = failure;
    } finally {
      clearTimeout(slow);
      if (this.#abort === abort) page.slow = false;
    }
  }

  /** A call that is not over grows under the reader: read again, at most every two seconds, and nothing he sees moves. */
  changed({ source }) {
    const { call } = this.#page;
    if (!call || !isOpen(call) || source !== call.source || this.#refresh) return;
    this.#refresh = setTimeout(() => {
      this.#refresh = 0;
      this.load();
    }, REFRESH_MS);
  }

  stop() {
    this.#abort?.abort();
    clearTimeout(this.#refresh);
    this.#refresh = 0;
  }
}
