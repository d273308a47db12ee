// The icons: paths drawn on 16 × 16 with the stroke of .icon; the brand on 20, outcomes on 14.
import { html, svg } from "lit";

const PATHS = {
  search: ["M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9", "m10.500 10.500 3 3"],
  sun: [
    "M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6",
    "M8 1.500v1.200M8 13.300v1.200M1.500 8h1.200M13.300 8h1.200M3.400 3.400l.9.9M11.700 11.700l.9.9M12.600 3.400l-.9.9M4.300 11.700l-.9.9",
  ],
  moon: ["M13 9.800A5.500 5.500 0 1 1 6.200 3a4.500 4.500 0 0 0 6.800 6.800Z"],
  warning: ["M8 2.500 14 13H2ZM8 6.500v3M8 11.300v.2"],
  note: ["M8 2.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M8 5.500v3.500M8 10.900v.2"],
  close: ["m4.500 4.500 7 7M11.500 4.500l-7 7"],
  clear: ["m5 5 6 6M11 5l-6 6"],
  filter: ["M2.500 4h11M4.500 8h7M6.500 12h3"],
  download: ["M8 2v8M5 7l3 3 3-3M3 13h10"],
  upload: ["M8 10V2M5 5l3-3 3 3M3 13h10"],
  plus: ["M8 3v10M3 8h10"],
  up: ["m4 10 4-4 4 4"],
  down: ["m4 6 4 4 4-4"],
  compare: ["M6 2.500v11M10 2.500v11M3 5h3M10 8h3M3 11h3"],
  columns: ["M3 2.500v11M8 2.500v11M13 2.500v11"],
  copy: [
    "M7 5.500h5a1.500 1.500 0 0 1 1.500 1.500v5a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 12V7A1.500 1.500 0 0 1 7 5.500",
    "M3.500 10.500h-1v-8h8v1",
  ],
  link: [
    "M7 9a2.500 2.500 0 0 0 3.600 0l2-2A2.500 2.500 0 0 0 9 3.400l-.8.8M9 7a2.500 2.500 0 0 0-3.600 0l-2 2A2.500 2.500 0 0 0 7 12.600l.8-.8",
  ],
  more: ["M3 8h.01M8 8h.01M13 8h.01"],
  book: ["M8 4.500v9M8 4.500C6.500 3.300 4.500 3 2.500 3v9.500c2 0 4 .3 5.500 1 1.500-.7 3.500-1 5.500-1V3c-2 0-4 .3-5.500 1.500"],
  check: ["m3 8.500 3.500 3.500 6.500-8"],
  play: ["M5 3.500v9l7.500-4.500Z"],
  hold: ["M5.500 3.500v9M10.500 3.500v9"],
  back: ["M10.500 4 6 8l4.500 4M4 4v8"],
  memo: ["M3 3h10v7.500H8.500L5.500 13v-2.500H3ZM5.500 5.800h5M5.500 7.900h3.500"],
  on: ["m5.500 4 4.500 4-4.500 4M12 4v8"],
  bin: ["M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500 5 13h6l.5-8.500"],
};

export const icon = (name, cls = "") =>
  html`<svg class="icon ${cls}" viewBox="0 0 16 16" aria-hidden="true">${PATHS[name].map((d) => svg`<path d=${d}></path>`)}</svg>`;

export const brand = html`<svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M4 2v16M16 2v16M4 6h11M12 3.500 15 6l-3 2.500M16 13H5M8 10.500 5 13l3 2.500"></path>
</svg>`;

const RING = "M7 1.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11";

// Outcome → tone and glyph; the word is the dictionary's `outcome.<slug>`. Never one without the other.
const OUTCOMES = {
  answered: ["ok", "m2.500 7.500 3 3 6-7"],
  "in-progress": ["quiet", `M7 3v4l2.500 1.500${RING}`],
  failed: ["bad", "M7 2 12.500 12h-11ZM7 5.800v2.700M7 10.200v.2"],
  busy: ["warn", `${RING}M4.500 7h5`],
  "no-answer": ["warn", "M2 7h1.500M6.200 7h1.500M10.500 7H12"],
  cancelled: ["quiet", "m4 4 6 6M10 4l-6 6"],
  rejected: ["bad", `${RING}M3.300 3.300l7.400 7.400`],
  redirected: ["quiet", "M2.500 10V7.500a2 2 0 0 1 2-2h7M9 3l2.500 2.500L9 8"],
  ok: ["ok", "m2.500 7.500 3 3 6-7"],
};

export const OUTCOME_ORDER = Object.keys(OUTCOMES);

// The glyph of an outcome with the word its caller passes; `quiet` hides the word from the eye only.
export function outcome(slug, word, { wordless = false } = {}) {
  const [tone, d] = OUTCOMES[slug] ?? ["quiet", RING];
  return html`<span class="outcome ${tone}" title=${wordless ? word : ""}
    ><svg viewBox="0 0 14 14" aria-hidden="true"><path d=${d}></path></svg><span class=${wordless ? "sr" : ""}>${word}</span></span
  >`;
}

const SHAPES = [
  (r) => svg`<circle r=${r}></circle>`,
  (r) => svg`<rect x=${-r * 0.9} y=${-r * 0.9} width=${r * 1.8} height=${r * 1.8}></rect>`,
  (r) => svg`<path d="M0 ${-r * 1.15}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z"></path>`,
  (r) => svg`<path d="M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z"></path>`,
];

// The second channel of a leg beside its colour: circle, square, triangle, diamond, then the same four open.
export const legShape = (leg, cx, cy, r = 3.4) =>
  svg`<g class="tail ${leg > 4 ? "open" : ""}" transform="translate(${cx} ${cy})">${SHAPES[(leg - 1) % 4](r)}</g>`;

export const legIcon = (leg) =>
  html`<svg class="legicon leg-${leg}" viewBox="-5 -5 10 10" aria-hidden="true">${legShape(leg, 0, 0, 3.6)}</svg>`;
