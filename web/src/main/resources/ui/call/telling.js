// The story of the call that is shown, in the language that is shown. A call that cannot be told has none.
import { get } from "../api.js";
import { language } from "../i18n/i18n.js";

export class Telling {
  story = null;
  /** Its place is kept while it comes, so that nothing moves when it is there. */
  awaited = false;
  #host;
  #asked = "";
  #id = "";
  #abort = null;

  /** @param host redrawn when a story came */
  constructor(host) {
    this.#host = host;
  }

  /** Asks when the call, its length or the language is another than before; the old story stays until the new one is here. */
  of(call) {
    const asked = `${call.id} ${language()} ${call.messages.length}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (call.id !== this.#id) this.#take(null);
    this.awaited = !this.story;
    this.#id = call.id;
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
      this.#take(await get(`/calls/${encodeURIComponent(id)}/story`, { signal: abort.signal, params: { lang: language() } }));
    } catch (failure) {
      if (failure.name !== "AbortError") this.#take(null);
    }
    if (abort.signal.aborted) return;
    this.awaited = false;
    this.#host.requestUpdate();
  }

  #take(story) {
    this.story = story?.steps?.length ? story : null;
  }
}
