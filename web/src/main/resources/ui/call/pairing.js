// Two messages beside each other: the marks that choose them, and what the URL says of them.
import { announce } from "../components/announce.js";
import { t } from "../i18n/i18n.js";
import { parseKey, rowFor } from "./model.js";

/** A message of another call is named by its position. */
const POSITION = /^s\d+\.\d+$/;

export class Pairing {
  #page;
  #of = { diff: "", call: null, comparison: null, pair: null };

  /** @param page {call, model, view, marks, selectedKey, comparing, set, show(pane)} */
  constructor(page) {
    this.#page = page;
  }

  mark() {
    const page = this.#page;
    const key = page.selectedKey;
    const marks = page.marks.includes(key) ? page.marks.filter((m) => m !== key) : [...page.marks, key].slice(-2);
    if (marks.length === 2) {
      page.set({ diff: marks.join(",") });
      page.show("message");
      page.marks = [];
    } else {
      page.marks = marks;
      announce(t(marks.length ? "call.marked" : "call.unmarked", { number: key }));
    }
  }

  /** Their rows, or null while there are not two. */
  get rows() {
    const { call, view, comparing } = this.#page;
    const { comparison } = comparing;
    if (this.#of.diff !== view.diff || this.#of.call !== call || this.#of.comparison !== comparison) {
      const pair = view.diff.split(",").map((key) => this.#row(key));
      this.#of = { diff: view.diff, call, comparison, pair: pair.length === 2 && pair.every(Boolean) ? pair : null };
    }
    return this.#of.pair;
  }

  #row(key) {
    const { call, model, comparing } = this.#page;
    if (!POSITION.test(key)) {
      const found = parseKey(call, key);
      return found && rowFor(call, model, found);
    }
    const there = comparing.comparison?.rows.find((row) => row.there?.position === key)?.there;
    if (!there) return null;
    const message = { ...there, number: `${there.message}′`, fromEndpoint: "", toEndpoint: "" };
    return { message, position: key, key: `${there.message}′`, lane: { slot: 0, dialogs: [] } };
  }
}
