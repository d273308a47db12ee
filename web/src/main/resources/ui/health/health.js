// How the server is, asked anew every few seconds while the page is seen; oftener while somebody looks at the health page.
import { get } from "../api.js";

const EVERY = 15_000,
  WATCHED = 2_000;
const listeners = new Set();
let state = { health: null, lost: false };
let watchers = 0,
  timer = 0;

export const healthState = () => state;
export const isDegraded = () => state.health?.status === "degraded";

export function onHealth(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function ask() {
  clearTimeout(timer);
  timer = 0;
  const next = await get("/health").then(
    (health) => ({ health, lost: false }),
    () => ({ ...state, lost: true }),
  );
  const news = next.lost !== state.lost || next.health?.status !== state.health?.status;
  state = next;
  if (news || watchers) for (const listener of listeners) listener(state);
  again();
}

function again() {
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(ask, watchers ? WATCHED : EVERY);
}

/** From now on every two seconds, until the way to stop is taken. */
export function watchHealth() {
  watchers++;
  ask();
  return () => {
    watchers--;
    again();
  };
}

export function startHealth() {
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask()));
  ask();
}
