// Plays a call: its messages one after the other, in time that is real in proportion and short in length.

const SPEEDS = [0.5, 1, 2, 4];
const SHORTEST_MS = 160;
const LONGEST_MS = 1600;

/** A pause grows with the logarithm of the real one, so that a minute of talk is seen to be longer than a hop, and no more. */
export function pause(deltaMs, speed = 1) {
  const ms = SHORTEST_MS + 260 * Math.log10(1 + Math.max(deltaMs, 0) / 20);
  return Math.min(ms, LONGEST_MS) / speed;
}

export class Player {
  active = false;
  running = false;
  speed = 1;
  #page;
  #timer = 0;

  /** @param page {call, chosen, selectedKey, move(steps), requestUpdate()}: what is selected is what has been played */
  constructor(page) {
    this.#page = page;
  }

  /** Plays on, holds, or begins: at the selected message, at the first one when that is the last. */
  toggle = () => {
    if (this.running) return this.#hold();
    if (!this.active && this.#last()) this.#page.move(-Infinity);
    this.active = true;
    this.running = true;
    this.#next();
    return this.#changed();
  };

  step = (way) => {
    if (!this.active) return false;
    this.#hold();
    this.#page.move(way);
    return this.#changed();
  };

  faster = () => {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
    if (this.running) this.#next();
    return this.#changed();
  };

  /** Everything is shown again. */
  stop = () => {
    const was = this.active;
    this.active = false;
    this.#hold();
    return was;
  };

  #hold() {
    clearTimeout(this.#timer);
    this.running = false;
    return this.#changed();
  }

  #changed() {
    this.#page.requestUpdate();
    return true;
  }

  #last() {
    return this.#page.following() === null;
  }

  #next() {
    clearTimeout(this.#timer);
    const deltaMs = this.#page.following();
    if (deltaMs === null) return this.stop();
    this.#timer = setTimeout(() => {
      this.#page.move(1);
      this.#next();
    }, pause(deltaMs, this.speed));
    return true;
  }
}
