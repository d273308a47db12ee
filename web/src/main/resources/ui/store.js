// The URL is the state of a page; theme and language outlive it. Nothing else is kept by the shell.
import { setLanguage } from "./i18n/i18n.js";

const listeners = new Set();
const tell = () => {
  for (const listener of listeners) listener(route());
};

export const query = () => new URLSearchParams(location.search);

// { page: "calls" | "call" | "flows" | "health" | "lost", id }
export function route() {
  const path = location.pathname;
  if (path === "/") return { page: "calls", id: null };
  if (path === "/health") return { page: "health", id: null };
  if (path === "/flows" || path === "/terms") return { page: "flows", id: path === "/terms" ? "terms" : null };
  const flow = /^\/flows\/([^/]+)$/.exec(path);
  if (flow) return { page: "flows", id: decodeURIComponent(flow[1]) };
  const call = /^\/calls\/([^/]+)$/.exec(path);
  return call ? { page: "call", id: decodeURIComponent(call[1]) } : { page: "lost", id: null };
}

export function onRoute(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// A readable query string: colons, commas, slashes and parentheses need no escape there.
export function search(params) {
  const text = params.toString().replace(/%(?:3A|2C|2F|28|29)/g, decodeURIComponent);
  return text ? "?" + text : "";
}

// Changes parameters of the page that is shown; null removes one. `push` makes a step that Back undoes.
export function change(changes, { push = false } = {}) {
  const params = query();
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "") params.delete(key);
    else params.set(key, String(value));
  }
  const url = location.pathname + search(params) + location.hash;
  if (url === location.pathname + location.search + location.hash) return;
  history[push ? "pushState" : "replaceState"](history.state, "", url);
  tell();
}

// Goes to another page; what is said about the list (query, order) travels with it. `replace` takes the place of this step.
export function go(path, params = {}, { replace = false } = {}) {
  const kept = query(),
    next = new URLSearchParams();
  for (const key of ["q", "sort", "theme", "lang"]) if (kept.has(key)) next.set(key, kept.get(key));
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === "") next.delete(key);
    else next.set(key, value);
  }
  if (replace) history.replaceState(history.state, "", path + search(next));
  else history.pushState({ inside: true }, "", path + search(next));
  tell();
}

// True when Back stays in the application.
export const cameFromHere = () => history.state?.inside === true;

const remembered = (key) => {
  try {
    return localStorage.getItem("callogram." + key);
  } catch {
    return null; // storage may be switched off; the choice then lasts as long as the page
  }
};

const remember = (key, value) => {
  try {
    localStorage.setItem("callogram." + key, value);
  } catch {
    /* as above */
  }
};

export const theme = () => document.documentElement.dataset.theme;

function wear(name) {
  document.documentElement.dataset.theme = name === "dark" ? "dark" : "light";
}

export function chooseTheme(name) {
  remember("theme", name);
  wear(name);
  change({ theme: null });
  tell();
}

export function chooseLanguage(name) {
  remember("lang", name);
  change({ lang: null });
  setLanguage(name);
}

// Called once: the URL decides, then what was chosen before, then the system.
export function start() {
  const params = query(),
    dark = matchMedia("(prefers-color-scheme: dark)");
  wear(params.get("theme") ?? remembered("theme") ?? (dark.matches ? "dark" : "light"));
  setLanguage(params.get("lang") ?? remembered("lang") ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
  dark.addEventListener("change", () => {
    if (!query().has("theme") && !remembered("theme")) wear(dark.matches ? "dark" : "light");
    tell();
  });
  addEventListener("popstate", tell);
  document.addEventListener("click", follow);
}

// Links inside the application do not load a page.
function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || link.target || link.hasAttribute("download") || url.pathname.startsWith("/api/")) return;
  event.preventDefault();
  history.pushState({ inside: true }, "", url.pathname + url.search + url.hash);
  tell();
}
