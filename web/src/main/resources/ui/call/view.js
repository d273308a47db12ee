// What the reader chose, as the URL says it. Defaults are left out of the URL.

const TIMES = ["abs", "rel", "delta"];
const DEPTHS = ["none", "brief", "full"];
const TABS = ["raw", "headers", "why"];

const oneOf = (values, given, fallback) => (values.includes(given) ? given : fallback);

/** @param {URLSearchParams} params */
export function viewOf(params) {
  return {
    m: params.get("m") ?? params.get("at") ?? "", // as of a message: the one that is selected
    tab: oneOf(TABS, params.get("tab"), "raw"),
    time: oneOf(TIMES, params.get("time"), "abs"),
    sdp: oneOf(DEPTHS, params.get("sdp"), "brief"),
    order: params.get("cols") ?? "",
    leg: Number.parseInt(params.get("leg") ?? "0", 10) || 0,
    filter: params.get("f") ?? "",
    repeats: params.get("rep") === "1",
    diff: params.get("diff") ?? "",
    with: params.get("with") ?? "", // what the call is compared with: flow, flow:SLUG, or the id of a call
  };
}

/** Parameters to set; null removes one. */
export function paramsOf(view) {
  return {
    m: view.m || null,
    tab: view.tab === "raw" ? null : view.tab,
    time: view.time === "abs" ? null : view.time,
    sdp: view.sdp === "brief" ? null : view.sdp,
    cols: view.order || null,
    leg: view.leg || null,
    f: view.filter || null,
    rep: view.repeats ? "1" : null,
    diff: view.diff || null,
    with: view.with || null,
  };
}

const after = (values, value) => values[(values.indexOf(value) + 1) % values.length];

export const nextTime = (time) => after(TIMES, time);
export const nextDepth = (depth) => after(DEPTHS, depth);
export { DEPTHS, TABS, TIMES };
