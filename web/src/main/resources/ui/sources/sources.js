// What is read and what is on its way: sources as the server tells them, uploads as this page sends them.
import { html } from "lit";
import { events, get, post, remove } from "../api.js";
import { dismiss, notice } from "../components/notices.js";
import { change } from "../store.js";
import { t } from "../i18n/i18n.js";
import { fill, show } from "../text.js";
import { upload } from "./upload.js";
import { hearOf } from "./capture-clock.js";
import { sayLosses } from "./losses.js";
import { isLive, isRebuilding, troubleWords } from "./words.js";

const listeners = new Set();
const ownWork = new Set(); // sources this page asked for: their calls are shown without a further press
let state = { sources: [], uploads: [], known: false };
let sending = null,
  serial = 0;

export const sourcesState = () => state;

export function onSources(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(changes) {
  const before = state.sources.some(isRebuilding);
  state = { ...state, ...changes };
  state.sources.forEach(hearOf);
  sayRebuilding(before, state.sources.some(isRebuilding));
  for (const listener of listeners) listener(state);
}

// Said once when it begins, and taken back when it is over: what is shown meanwhile was found before.
function sayRebuilding(before, now) {
  if (now && !before) notice({ id: "rebuilding", tone: "quiet", sentence: () => t("sources.rebuilding"), show: () => openPanel() });
  else if (before && !now) dismiss("rebuilding");
}

export const isOwn = (id) => ownWork.has(id);
export const openPanel = (id = "all") => change({ panel: id });
export const working = () =>
  state.uploads.some(({ failed }) => !failed) || state.sources.some(({ state: now }) => now === "uploading" || now === "reading");

// A stream that breaks is opened again by the browser; only a break that lasts is worth a word.
const LASTS = 3000;
let broken = 0;

const offline = (key) => notice({ id: "offline", tone: "bad", sentence: () => t(key) });

export function startSources() {
  events("source", merge);
  events("broken", () => (broken ||= setTimeout(offline, LASTS, "error.offline")));
  events("open", () => {
    clearTimeout(broken);
    broken = 0;
    refresh();
  });
  refresh();
}

export async function refresh() {
  try {
    const { sources } = await get("/sources");
    set({ sources, known: true });
    for (const source of sources) {
      complain(source);
      sayLosses(source, openPanel);
    }
    dismiss("offline");
  } catch (problem) {
    offline(problem.status === 401 ? "error.token" : "error.offline");
  }
}

function merge(source) {
  const at = state.sources.findIndex(({ id }) => id === source.id);
  const sources = at < 0 ? [...state.sources, source] : state.sources.with(at, source);
  sample(source);
  set({ sources });
  complain(source);
  sayLosses(source, openPanel);
}

// How many messages a second come, between what was told last and now: the server tells of a source when something has changed.
const SAMPLE = 900,
  STALE = 3000;
const samples = new Map();

function sample(source) {
  const now = performance.now(),
    last = samples.get(source.id),
    sip = source.accounting?.sip ?? 0;
  if (last && now - last.at < SAMPLE) return;
  const rate = last ? Math.max(0, ((sip - last.sip) * 1000) / (now - last.at)) : 0;
  samples.set(source.id, { at: now, sip, rate });
}

export function liveRate(source) {
  const last = samples.get(source.id);
  return last && performance.now() - last.at < STALE ? last.rate : 0;
}

// Without news a rate grows old by itself.
setInterval(() => state.sources.some(isLive) && set({}), STALE);

// A capture that this page began.
export function adopt(source) {
  ownWork.add(source.id);
  merge(source);
  openPanel(source.id);
}

export async function stopCapture(source) {
  try {
    await remove("/captures/" + encodeURIComponent(source.id));
    await refresh();
  } catch (problem) {
    const what = problem.status ? problem.detail || problem.title : t("source.offline");
    notice({ id: "stop", tone: "bad", sentence: () => fill("capture.stopFailed", { name: show(source.name), what: show(what) }) });
  }
}

// One banner a source: the first thing that could not be read, the rest is in its detail.
function complain(source) {
  if (source.state !== "failed" && !(source.state === "ready" && source.troubles?.length)) return;
  if (seen.has(source.id)) return;
  seen.add(source.id);
  const first = source.troubles?.[0],
    name = show(source.name, { cls: "mono", limit: 80 });
  const words = () =>
    first ? fill("source.trouble", { name, sentence: html`${troubleWords(first)}` }) : html`${name} ${t("source.failed")}`;
  notice({
    id: "source-" + source.id,
    tone: source.state === "failed" ? "bad" : "warn",
    sentence: words,
    show: () => openPanel(source.id),
  });
}
const seen = new Set();

export function uploadAll(files) {
  const waiting = [...files].map((file) => ({
    id: "u" + ++serial,
    name: file.name,
    size: file.size,
    file,
    sent: 0,
    fraction: 0,
    rate: null,
    left: null,
  }));
  set({ uploads: [...state.uploads, ...waiting] });
  sendNext();
}

const change1 = (id, changes) => set({ uploads: state.uploads.map((item) => (item.id === id ? { ...item, ...changes } : item)) });

export function forgetUpload(id) {
  if (sending?.id === id) sending.abort();
  set({ uploads: state.uploads.filter((item) => item.id !== id) });
}

// One file at a time: two at once would only share the disk and the parser.
async function sendNext() {
  const item = state.uploads.find(({ failed }) => !failed);
  if (sending || !item) return;
  const { done, abort } = upload(item.file, (now) => change1(item.id, now));
  sending = { id: item.id, abort };
  change1(item.id, { active: true });
  try {
    const source = await done;
    ownWork.add(source.id);
    merge(source);
  } catch (problem) {
    tellFailure(item, problem);
    refresh(); // what was shown of the half that came is gone
  }
  sending = null;
  forgetUpload(item.id);
  sendNext();
}

function tellFailure(item, problem) {
  const name = show(item.name, { cls: "mono", limit: 80 });
  if (problem.name === "AbortError") notice({ id: item.id, tone: "warn", sentence: () => fill("source.cancelled", { name }) });
  else {
    const what = () => (problem.status ? problem.detail || problem.title : t("source.offline"));
    notice({ id: item.id, tone: "bad", sentence: () => fill("source.uploadFailed", { name, what: show(what()) }) });
  }
}

// The capture that comes with the application, read as if it had been uploaded.
export async function readSample(name) {
  try {
    const source = await post("/sources?sample=" + encodeURIComponent(name), {});
    ownWork.add(source.id);
    merge(source);
  } catch (problem) {
    tellFailure({ id: "sample", name }, problem);
  }
}

export async function deleteSource(source) {
  try {
    await remove("/sources/" + encodeURIComponent(source.id));
    dismiss("source-" + source.id);
    set({ sources: state.sources.filter(({ id }) => id !== source.id) });
    change({ panel: "all" });
  } catch (problem) {
    const what = problem.status ? problem.detail || problem.title : t("source.offline");
    notice({ id: "delete", tone: "bad", sentence: () => fill("source.deleteFailed", { name: show(source.name), what: show(what) }) });
  }
}

export function totals() {
  const sum = (of) => state.sources.reduce((all, source) => all + (of(source) ?? 0), 0);
  return {
    messages: sum(({ accounting }) => accounting?.sip),
    calls: sum(({ calls }) => calls),
    refused: sum(({ accounting }) => accounting?.refused),
  };
}
