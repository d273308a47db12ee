// What a capture loses is said once when it begins to, with the count as it stands.
import { dismiss, notice } from "../components/notices.js";
import { grouped } from "../format.js";
import { t } from "../i18n/i18n.js";
import { fill, show } from "../text.js";

export const dropped = ({ capture }) => (capture ? capture.lostBefore + Object.values(capture.dropped).reduce((all, n) => all + n, 0) : 0);

// Messages that were refused on purpose are no loss.
const REFUSED = ["not-allowed", "unauthenticated", "malformed"];
export const lost = (source) => dropped(source) - REFUSED.reduce((all, place) => all + (source.capture?.dropped[place] ?? 0), 0);

const known = new Map(); // source → what was lost when it was last said

export function sayLosses(source, openPanel) {
  const { capture, id } = source;
  if (!capture) return;
  const name = () => show(source.name, { cls: "mono", limit: 80 });
  const n = lost(source);
  // What an earlier run of the server has lost is no news.
  const past = capture.state === "ended" && !known.has(id);
  if (!past && n > (known.get(id) ?? 0))
    notice({ id: "lost-" + id, tone: "bad", sentence: () => fill("capture.loses", { name: name(), n: grouped(n) }), show: () => openPanel(id) });
  known.set(id, n);
  if (capture.state === "interrupted")
    notice({ id: "gap-" + id, tone: "bad", sentence: () => fill("capture.interrupted", { name: name() }), show: () => openPanel(id) });
  else dismiss("gap-" + id);
}
