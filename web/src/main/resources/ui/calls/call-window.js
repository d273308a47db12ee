// A list of up to millions of calls of which a few thousand are here. Pages come by cursor: forward from the first call, backward
// from the last one (the same question in the opposite order), whichever way is shorter. Pure: the question is asked by a function.
export const PAGE = 200;
const KEPT = 40; // chunks

export const opposite = (sort) => (sort.startsWith("-") ? sort.slice(1) : "-" + sort);

export class CallWindow {
  #ask;
  #sort;
  #chunks = new Map(); // chunk number → rows, least recently used first
  #places = new Map(); // call id → index
  #ways = { forward: [null], backward: [null] }; // cursors by page
  #goal = null;
  #walk = null;

  // `ask({ sort, after, skip, limit })` answers { total, calls, next, first }; `page` is the first answer, already here.
  constructor(ask, sort, page) {
    this.#ask = ask;
    this.#sort = sort;
    this.total = page.total;
    // A server that says at which row its page starts can pass over rows; else the pages between are walked.
    this.skips = typeof page.first === "number";
    this.#take("forward", 0, page);
  }

  row(index) {
    return this.#chunks.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  indexOf(id) {
    return this.#places.get(id) ?? -1;
  }

  // Newer versions of calls that are already here, in their places.
  patch(calls) {
    for (const call of calls) {
      const index = this.#places.get(call.id);
      if (index !== undefined) this.#put(index, call);
    }
  }

  // Makes rows [first, last) be here; resolves true when something came. A newer wish ends an older walk.
  async need(first, last) {
    this.#goal = { first: Math.max(0, first), last: Math.min(last, this.total) };
    this.#walk ??= this.#fill().finally(() => (this.#walk = null));
    return this.#walk;
  }

  async #fill() {
    let came = false;
    for (let chunk = this.#missing(); chunk !== null; chunk = this.#missing()) {
      const before = this.#goal;
      const answer = await this.#step(chunk);
      came = true;
      // An end that comes early means that calls were deleted meanwhile: stop, a new list is on its way.
      if (!answer && before === this.#goal) break;
    }
    return came;
  }

  #missing() {
    const { first, last } = this.#goal;
    for (let index = first; index < last; index++) {
      const rows = this.#chunks.get(Math.floor(index / PAGE));
      if (rows) this.#touch(Math.floor(index / PAGE), rows);
      if (rows?.[index % PAGE] === undefined) return Math.floor(index / PAGE);
    }
    return null;
  }

  // One page nearer to the chunk; false when that brought nothing new.
  async #step(chunk) {
    if (this.skips) {
      const page = await this.#ask({ sort: this.#sort, after: null, skip: chunk * PAGE, limit: PAGE });
      return this.#keep(page.first, 1, page.calls) > 0;
    }
    const wishBack = Math.floor(Math.max(0, this.total - (chunk + 1) * PAGE) / PAGE),
      wishEnd = Math.floor((this.total - 1 - chunk * PAGE) / PAGE);
    const forward = this.#nearest("forward", chunk, chunk),
      backward = this.#nearest("backward", wishBack, wishEnd);
    const back = backward.steps < forward.steps;
    const { way, page } = back ? { way: "backward", page: backward.page } : { way: "forward", page: forward.page };
    const answer = await this.#ask({ sort: back ? opposite(this.#sort) : this.#sort, after: this.#ways[way][page], limit: PAGE });
    return this.#take(way, page, answer);
  }

  // The page to ask for next on the way to pages [from, to], and how many are to be asked for.
  #nearest(way, from, to) {
    const known = this.#ways[way].length - 1;
    for (let page = from; page <= Math.min(to, known); page++) if (!this.#whole(way, page)) return { page, steps: to - page + 1 };
    return known < from ? { page: known, steps: to - known + 1 } : { page: known, steps: Infinity };
  }

  #whole(way, page) {
    const start = way === "forward" ? page * PAGE : Math.max(0, this.total - (page + 1) * PAGE);
    for (let i = start; i < Math.min(start + PAGE, this.total); i++) if (this.row(i) === undefined) return false;
    return true;
  }

  #take(way, page, { calls, next }) {
    const further = Boolean(next) && this.#ways[way].length === page + 1;
    if (further) this.#ways[way].push(next);
    const step = way === "forward" ? 1 : -1;
    return this.#keep(way === "forward" ? page * PAGE : this.total - 1 - page * PAGE, step, calls) > 0 || further;
  }

  // Puts calls in their places; returns how many of these were empty.
  #keep(start, step, calls) {
    const empty = calls.filter((_, i) => this.row(start + i * step) === undefined).length;
    calls.forEach((call, i) => this.#put(start + i * step, call));
    while (this.#chunks.size > KEPT) this.#drop(this.#chunks.keys().next().value);
    return empty;
  }

  #put(index, call) {
    if (index < 0 || index >= this.total) return;
    const number = Math.floor(index / PAGE),
      rows = this.#chunks.get(number) ?? new Array(PAGE);
    rows[index % PAGE] = call;
    this.#places.set(call.id, index);
    this.#touch(number, rows);
  }

  #touch(number, rows) {
    this.#chunks.delete(number);
    this.#chunks.set(number, rows);
  }

  #drop(number) {
    for (const call of this.#chunks.get(number)) if (call) this.#places.delete(call.id);
    this.#chunks.delete(number);
  }
}
