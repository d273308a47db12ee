// Which rows a scroll position shows. Browsers stop at some 17 million pixels, a million rows need more: beyond LIMIT the
// scrollbar is a scale model. A small step then moves rows one to one, a jump goes to the same fraction. Pure.
export const LIMIT = 8_000_000;
const JUMP = 3; // more than this many screens at once is a jump of the thumb

export class Viewport {
  #total = 0;
  #row = 32;
  #height = 0;
  #physical = 0; // where the browser says it is
  #logical = 0; // which pixel of the whole list that shows

  size(total, row, height) {
    const at = this.#row ? this.#logical / this.#row : 0;
    const scaled = row !== this.#row;
    this.#total = total;
    this.#row = row;
    this.#height = height;
    if (scaled) this.#logical = at * row;
    this.#logical = Math.min(this.#logical, this.#most());
  }

  get full() {
    return this.#total * this.#row;
  }

  // How tall the rows are made to be.
  get tall() {
    return Math.min(this.full, LIMIT);
  }

  #most() {
    return Math.max(0, this.full - this.#height);
  }

  #mostPhysical() {
    return Math.max(0, this.tall - this.#height);
  }

  // The browser scrolled to a position.
  scrolled(physical) {
    const step = physical - this.#physical,
      end = this.#mostPhysical();
    this.#physical = physical;
    if (this.full <= LIMIT) this.#logical = physical;
    else if (physical <= 0) this.#logical = 0;
    else if (physical >= end) this.#logical = this.#most();
    else if (Math.abs(step) > JUMP * this.#height) this.#logical = (physical / end) * this.#most();
    else this.#logical = Math.min(Math.max(this.#logical + step, 0), this.#most());
    return this.#logical;
  }

  // Makes the thumb say the truth again after many small steps; returns the position to set.
  settle() {
    if (this.full > LIMIT) this.#physical = Math.round((this.#logical / this.#most()) * this.#mostPhysical());
    else this.#physical = this.#logical;
    return this.#physical;
  }

  // Goes so far that row `index` is wholly seen; returns the position to set, null when it already is.
  reveal(index) {
    const top = index * this.#row,
      bottom = top + this.#row;
    if (top >= this.#logical && bottom <= this.#logical + this.#height) return null;
    this.#logical = Math.min(Math.max(top < this.#logical ? top : bottom - this.#height, 0), this.#most());
    return this.settle();
  }

  // { first, last, above, below }: rows [first, last) are drawn, with so many pixels of nothing before and after.
  rows(over = 8) {
    const start = Math.floor(this.#logical / this.#row),
      fit = Math.ceil(this.#height / this.#row) + 1;
    const shift = this.#physical - this.#logical;
    const first = Math.max(0, start - over, Math.min(start, Math.ceil(-shift / this.#row)));
    const above = Math.max(0, first * this.#row + shift);
    const room = Math.ceil((this.tall - above) / this.#row);
    const last = Math.min(this.#total, start + fit + over, first + room);
    return { first, last, above, below: Math.max(0, this.tall - above - (last - first) * this.#row) };
  }

  // How many rows a page key moves.
  get page() {
    return Math.max(1, Math.floor(this.#height / this.#row) - 1);
  }

  // The first and last row that is seen at least in part.
  get seen() {
    const first = Math.floor(this.#logical / this.#row);
    return { first, last: Math.min(this.#total, Math.ceil((this.#logical + this.#height) / this.#row)) };
  }
}
