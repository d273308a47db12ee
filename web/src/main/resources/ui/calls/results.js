// The list that is shown: one question, its first answer, the window of rows. It outlives the page, for "call 4 of 312".
import { events, searchCalls } from "../api.js";
import { announce } from "../components/announce.js";
import { dismiss, notice } from "../components/notices.js";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { isOwn, onSources, sourcesState, working } from "../sources/sources.js";
import { CallWindow, PAGE } from "./call-window.js";
import { clauses, digits, range, without, withoutRange } from "./query.js";

export const SORT = "-start";
const NOTHING = {
  q: null,
  answered: "",
  sort: SORT,
  list: null,
  facets: {},
  histogram: null,
  total: 0,
  outside: null,
  runs: [],
  loading: false,
  problem: null,
  fresh: 0,
  nearest: null,
};
const listeners = new Set();
let now = { ...NOTHING };
let running = null,
  serial = 0;

export const results = () => now;

export function onResults(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(changes) {
  now = { ...now, ...changes };
  for (const listener of listeners) listener(now);
}

// Asks unless the same is already shown or on its way.
export function load(q, sort) {
  if (q === now.q && sort === now.sort && (now.list || now.loading || now.problem)) return;
  ask(q, sort);
}

export const reload = () => ask(now.q ?? "", now.sort);

async function ask(q, sort) {
  running?.abort();
  running = new AbortController();
  const mine = ++serial,
    { signal } = running;
  set({ q, sort, loading: true, fresh: 0 });
  try {
    const ranged = range(q).after || range(q).before;
    const [page, outside] = await Promise.all([
      searchCalls({ q, sort, limit: PAGE }, signal),
      ranged ? searchCalls({ q: withoutRange(q), sort, limit: 1 }, signal) : null,
    ]);
    if (mine === serial) shown(page, outside, q, sort);
  } catch (problem) {
    if (mine === serial && problem.name !== "AbortError") refused(problem);
  }
}

function shown(page, outside, q, sort) {
  const more = (question) => searchCalls({ q, ...question });
  set({
    list: new CallWindow(more, sort, page),
    answered: q,
    facets: page.facets ?? {},
    histogram: (outside ?? page).histogram,
    total: page.total,
    outside: outside?.total ?? null,
    runs: digits(q),
    loading: false,
    problem: null,
    nearest: null,
  });
  dismiss("list");
  announce(t("calls.found", { n: grouped(page.total) }));
  if (!page.total && q.trim()) findNearest(q);
}

// A query that cannot be read leaves the last list standing; the search box says where it went wrong.
function refused(problem) {
  set({ loading: false, problem });
  if (problem.status === 400) return;
  const sentence = () =>
    problem.status === 401
      ? t("error.token")
      : problem.status
        ? t("error.failed", { what: problem.detail || problem.title })
        : t("error.offline");
  notice({ id: "list", tone: "bad", sentence, show: reload, showLabel: "calls.retry" });
}

// Which clause removed everything: the one without which most calls are left.
async function findNearest(q) {
  const mine = serial,
    parts = clauses(q).slice(0, 8);
  const totals = await Promise.all(
    parts.map((_, i) =>
      searchCalls({ q: without(q, i), sort: SORT, limit: 1 }).then(
        ({ total }) => total,
        () => 0,
      ),
    ),
  );
  const best = totals.indexOf(Math.max(...totals));
  if (mine === serial && totals[best] > 0) set({ nearest: { clause: parts[best].text, q: without(q, best), total: totals[best] } });
}

// Live data never moves rows: calls that are here are brought up to date in place, new ones wait for the button.
const QUIET = 1500;
let timer = 0,
  following = false;

export const isFollowing = () => following;

// While it follows, new calls are shown as they come: that is what was asked.
export function follow(on) {
  following = on;
  if (following && now.fresh > 0) reload();
  else set({});
}

async function catchUp() {
  timer = 0;
  if (now.q === null || now.loading) return;
  const mine = serial;
  const page = await searchCalls({ q: now.q, sort: now.sort, limit: PAGE }).catch((problem) => {
    if (problem.status === 0) soon(); // the server is out of reach: what changed is asked for when it is back
    return null;
  });
  if (!page || mine !== serial || !now.list) return;
  if ((now.list.total === 0 && page.total > 0) || page.total < now.list.total) return void reload();
  now.list.patch(page.calls);
  const fresh = page.total - now.list.total;
  if (following && fresh > 0) reload();
  else set({ fresh });
}

const soon = () => {
  timer ||= setTimeout(catchUp, QUIET);
};

// A capture that this page asked for shows its calls when it is read: that is what was asked.
let ownWork = false;
function finished() {
  if (!working() && ownWork) reload();
  ownWork = working() && (ownWork || sourcesState().uploads.length > 0 || sourcesState().sources.some(({ id }) => isOwn(id)));
}

events("calls", soon);
events("open", soon);
onSources(finished);

// Where a call stands in the list, and the call beside it.
export function place(id) {
  const index = now.list?.indexOf(id) ?? -1;
  return index < 0 ? null : { index, total: now.list.total };
}

export async function neighbour(id, step) {
  const found = place(id),
    index = (found?.index ?? -1) + step;
  if (!found || index < 0 || index >= found.total) return null;
  await now.list.need(index, index + 1);
  return now.list.row(index)?.id ?? null;
}
