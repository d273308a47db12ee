// The sticky head of the ladder: one name and address a column; a column can be taken by its name and put elsewhere.
import { plain } from "../characters.js";
import { addressOf, shortAddress } from "./columns.js";
import { HEAD, gutter } from "./draw.js";
import { fit } from "./geometry.js";
import { measure } from "./measure.js";
import { label, svg, titled } from "./svg.js";

export const HEAD_HEIGHT = 44;

export function drawHead({ g, model, t, time }) {
  const head = svg("svg", { class: "ladder-head", width: g.width, height: HEAD_HEIGHT, "aria-hidden": "true" });
  const name = { rel: "call.time.head.rel", delta: "call.time.head.delta", abs: "call.time.head.abs" }[time];
  model.columns.forEach((column, i) => {
    const x = g.x[i];
    const room = Math.min(g.step - 8, 2 * (g.width - x) - 8, 2 * (x - g.timeX - (g.small ? 28 : 52)));
    const who = plain(column.node < 0 ? t("call.columns.unknown") : column.name);
    const address = addressOf(column, t);
    const group = svg(
      "g",
      { class: `col ${column.role}`, "data-col": column.key },
      svg("rect", { class: "grab", x: x - Math.min(room, 120) / 2, y: 2, width: Math.min(room, 120), height: HEAD_HEIGHT - 4, rx: 4 }),
    );
    group.append(
      label(
        "who",
        x,
        19,
        fit(who, room, (s) => measure("name", s)),
      ),
    );
    group.append(
      label(
        "addr",
        x,
        34,
        fit(g.small ? shortAddress(column) : address, room, (s) => measure("mono", s), true),
      ),
    );
    head.append(titled(group, [who, ...column.endpoints].join("\n")));
  });
  head.append(
    gutter(HEAD, HEAD_HEIGHT, g, label("colname", g.timeX, 28, g.small ? t(time === "rel" ? "call.time.head.s" : "call.time.head.ms") : t(name))),
  );
  return head;
}

/** Lets the pointer carry a column; `drop(key, steps)` says how many places it moved. */
export function dragColumns(head, { g, model, drop }) {
  head.addEventListener("pointerdown", (event) => {
    const group = event.target.closest("[data-col]");
    if (!group || event.button !== 0) return;
    const from = model.columns.findIndex((c) => c.key === group.dataset.col);
    const start = event.clientX;
    let moved = false;
    const place = (at) => Math.min(Math.max(Math.round((g.x[from] + at - start - g.x[0]) / g.step), 0), g.x.length - 1);
    const follow = (move) => {
      if (!moved && Math.abs(move.clientX - start) < 5) return;
      moved = true;
      group.setAttribute("transform", `translate(${move.clientX - start} 0)`);
      group.classList.add("dragged");
    };
    const end = (up) => {
      head.removeEventListener("pointermove", follow);
      head.removeEventListener("pointerup", end);
      head.removeEventListener("pointercancel", end);
      group.removeAttribute("transform");
      group.classList.remove("dragged");
      if (moved && up.type === "pointerup" && place(up.clientX) !== from) drop(group.dataset.col, place(up.clientX) - from);
    };
    head.setPointerCapture(event.pointerId);
    head.addEventListener("pointermove", follow);
    head.addEventListener("pointerup", end);
    head.addEventListener("pointercancel", end);
  });
}
