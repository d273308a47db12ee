// Every key of the page in one list: the newest layer answers first, and the same list is the help behind `?`.

const layers = [];
const SELF = new Set(["Enter", " "]);

// "Ctrl+K", "F5", "j", "?": the shift key is already in the character it makes.
export function nameOf(event) {
  const shift = event.shiftKey && event.key.length > 1 ? "Shift+" : "";
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + shift + event.key;
}

// register("keys.list", [{ keys: ["j", "ArrowDown"], label: "keys.down", run, when, inText }]) → way to remove it.
// `run` may return false to let the next layer, and at last the browser, have the key.
export function register(title, bindings) {
  const layer = { title, bindings };
  layers.unshift(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

const works = (binding) => !binding.when || binding.when();

// What the help shows: by title, layers oldest first, bindings that have a label and work now.
export function help() {
  const titles = new Map();
  for (const { title, bindings } of layers.toReversed())
    titles.set(title, [...(titles.get(title) ?? []), ...bindings.filter((binding) => binding.label && works(binding))]);
  return [...titles].map(([title, bindings]) => ({ title, bindings })).filter(({ bindings }) => bindings.length);
}

const writes = (target) => target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable=true]") ?? false;
const presses = (target) => target.matches?.("button, a[href], summary, [role=checkbox], [role=tab]") ?? false;

function allowed(binding, name, target) {
  if (SELF.has(name) && presses(target)) return false;
  if (!writes(target)) return true;
  return binding.inText === true || /^F\d+$/.test(name) || name.startsWith("Ctrl+");
}

export function dispatch(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  for (const { bindings } of [...layers]) {
    for (const binding of bindings) {
      if (!binding.keys.includes(name) || !works(binding) || !allowed(binding, name, event.target)) continue;
      if (binding.run(event) === false) continue;
      event.preventDefault();
      return;
    }
  }
}

globalThis.document?.addEventListener("keydown", dispatch);
