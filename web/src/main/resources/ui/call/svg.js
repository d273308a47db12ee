// SVG, node by node: attributes and text content only, so nothing a message says can become markup.
const NS = "http://www.w3.org/2000/svg";

export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function label(cls, x, y, text) {
  const node = svg("text", { class: cls, x, y });
  node.textContent = text;
  return node;
}

export function titled(node, text) {
  const title = svg("title");
  title.textContent = text;
  node.prepend(title);
  return node;
}

/** A leg's second channel beside colour: ● ■ ▲ ◆ and then the same, open. */
export function legShape(slot, cx, cy, r = 3.2) {
  const cls = "tail" + (slot > 4 ? " open" : "");
  switch ((slot + 3) % 4) {
    case 0:
      return svg("circle", { class: cls, cx, cy, r });
    case 1:
      return svg("rect", { class: cls, x: cx - r * 0.9, y: cy - r * 0.9, width: r * 1.8, height: r * 1.8 });
    case 2:
      return svg("path", { class: cls, d: `M${cx} ${cy - r * 1.15}L${cx + r * 1.1} ${cy + r * 0.85}H${cx - r * 1.1}Z` });
    default:
      return svg("path", { class: cls, d: `M${cx} ${cy - r * 1.25}L${cx + r * 1.25} ${cy}L${cx} ${cy + r * 1.25}L${cx - r * 1.25} ${cy}Z` });
  }
}

export function legIcon(slot) {
  return svg("svg", { viewBox: "-5 -5 10 10", class: `legicon leg-${slot}`, "aria-hidden": "true" }, legShape(slot, 0, 0, 3.6));
}
