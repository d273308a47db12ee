// The HTTP API: JSON in and out, RFC 9457 problem documents as errors, server-sent events.

// An answer that is not a success; `column` is 1-based and set when a query could not be read.
export class Problem extends Error {
  constructor(document) {
    super(document.detail || document.title || "");
    this.name = "Problem";
    this.type = document.type ?? "about:blank";
    this.title = document.title ?? "";
    this.status = document.status ?? 0;
    this.detail = document.detail ?? "";
    this.column = document.column ?? null;
    this.expected = document.expected ?? null;
  }
}

export async function problemOf(response) {
  const kind = response.headers.get("content-type") ?? "";
  const said = kind.includes("json") ? await response.json().catch(() => ({})) : {};
  return new Problem({ title: response.statusText, ...said, status: response.status });
}

async function ask(path, options) {
  const response = await fetch(path, { credentials: "same-origin", ...options }).catch((failure) => {
    if (failure.name === "AbortError") throw failure;
    throw new Problem({ type: "offline", title: "offline", status: 0 });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function get(path, { signal, params } = {}) {
  const query = params ? "?" + new URLSearchParams(params) : "";
  return (await ask("/api" + path + query, { signal, headers: { accept: "application/json" } })).json();
}

// The bytes or text of something that is not JSON.
export const raw = (path, { signal, accept = "*/*" } = {}) => ask("/api" + path, { signal, headers: { accept } });

const send = (method) => async (path, body, { signal } = {}) => {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return (await ask("/api" + path, { method, signal, headers, body: JSON.stringify(body) })).json();
};
export const post = send("POST");
export const put = send("PUT");
export const patch = send("PATCH");

export const remove = (path) => ask("/api" + path, { method: "DELETE" });

// Numbers of callers stay out of access logs: the list is asked for with a body.
export const searchCalls = (question, signal) => post("/calls/search", question, { signal });

// One stream for the whole page, opened with the first listener: events(type, listener) → way to stop.
let stream = null;
const heard = new Map();

export function events(type, listener) {
  if (!heard.has(type)) heard.set(type, new Set());
  heard.get(type).add(listener);
  stream ??= connect();
  return () => heard.get(type).delete(listener);
}

// Besides the server's types there is "open": after a break, what was missed must be asked for.
function connect() {
  const source = new EventSource("/api/events");
  const say = (type, value) => {
    for (const listener of heard.get(type) ?? []) listener(value);
  };
  source.addEventListener("open", () => say("open", null));
  source.addEventListener("resync", () => say("open", null)); // the server could not keep up with telling this page
  source.addEventListener("error", () => say("broken", source.readyState === EventSource.CLOSED));
  for (const type of ["source", "calls"]) source.addEventListener(type, (event) => say(type, JSON.parse(event.data)));
  return source;
}
