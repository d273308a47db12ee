// Widths of short texts without touching the layout: one canvas, one cache for each kind of text.

const STYLES = {
  request: { weight: 600, size: 12, family: "--sans" },
  response: { weight: 400, size: 12, family: "--sans" },
  name: { weight: 600, size: 13, family: "--sans" },
  chip: { weight: 400, size: 11, family: "--sans" },
  mono: { weight: 400, size: 10.5, family: "--mono" },
};

let canvas = null;
const caches = new Map();

export function measure(style, text) {
  const cache = caches.get(style) ?? caches.set(style, new Map()).get(style);
  let width = cache.get(text);
  if (width === undefined) {
    if (cache.size > 5000) cache.clear();
    width = widthOf(STYLES[style], text);
    cache.set(text, width);
  }
  return width;
}

function widthOf({ weight, size, family }, text) {
  canvas ??= document.createElement("canvas").getContext("2d");
  const stack = getComputedStyle(document.documentElement).getPropertyValue(family).trim();
  canvas.font = `${weight} ${size}px ${stack}`;
  return canvas.measureText(text).width;
}
