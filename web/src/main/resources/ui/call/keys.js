// The keys of the call page: what each does is the page's, which key it is stands here and in the help.

/** Arrows scroll the message when it has the focus. */
const inMessage = () => Boolean(document.activeElement?.closest?.(".msgscroll, .panel"));
const unlessInMessage = (run) => (event) => (inMessage() && event.key.length > 1 ? false : run());

export function callKeys(page) {
  return [
    { keys: ["j", "ArrowDown"], label: "call.key.next", run: unlessInMessage(() => page.move(1)) },
    { keys: ["k", "ArrowUp"], label: "call.key.previous", run: unlessInMessage(() => page.move(-1)) },
    { keys: ["["], label: "call.key.dialogBack", run: () => page.move(-1, "dialog") },
    { keys: ["]"], label: "call.key.dialog", run: () => page.move(1, "dialog") },
    { keys: ["{"], label: "call.key.transactionBack", run: () => page.move(-1, "transaction") },
    { keys: ["}"], label: "call.key.transaction", run: () => page.move(1, "transaction") },
    { keys: ["Home"], label: "call.key.first", run: unlessInMessage(() => page.move(-Infinity)) },
    { keys: ["End"], label: "call.key.last", run: unlessInMessage(() => page.move(Infinity)) },
    { keys: ["PageDown"], label: "call.key.pageDown", run: unlessInMessage(() => page.movePage(1)) },
    { keys: ["PageUp"], label: "call.key.pageUp", run: unlessInMessage(() => page.movePage(-1)) },
    { keys: ["m"], label: "call.key.milestone", when: () => page.story, run: () => page.toMilestone(1) },
    { keys: ["M"], label: "call.key.milestoneBack", when: () => page.story, run: () => page.toMilestone(-1) },
    { keys: ["n"], label: "call.key.difference", when: () => page.view.with, run: () => page.toDifference(1) },
    { keys: ["N"], label: "call.key.differenceBack", when: () => page.view.with, run: () => page.toDifference(-1) },
    { keys: ["Enter", "F6"], label: "call.key.raw", run: () => page.read("raw") },
    { keys: ["w"], label: "call.key.why", run: () => page.read("why") },
    { keys: ["p"], label: "call.key.play", run: () => page.call && page.player.toggle() },
    { keys: [" "], when: () => page.player.active, run: () => page.player.toggle() },
    { keys: ["ArrowRight"], label: "call.key.playOn", when: () => page.player.active, run: () => page.player.step(1) },
    { keys: ["ArrowLeft"], label: "call.key.playBack", when: () => page.player.active, run: () => page.player.step(-1) },
    { keys: [" "], label: "call.key.mark", run: () => page.pairing.mark() },
    { keys: ["y"], label: "call.key.copy", run: () => page.copyMessage() },
    { keys: ["t"], label: "call.key.time", run: () => page.nextTime() },
    { keys: ["d"], label: "call.key.sdp", run: () => page.nextDepth() },
    { keys: ["s"], label: "call.key.repeats", run: () => page.toggleRepeats() },
    { keys: ["x", "F4"], label: "call.key.extended", run: () => page.extended() },
    { keys: ["c"], label: "call.key.columns", run: () => page.toggle("columns") },
    { keys: ["f"], label: "call.key.flows", when: () => page.call?.flows.length, run: () => page.toggle("flows") },
    { keys: ["e"], label: "call.key.note", run: () => page.call && page.toggle("note") },
    { keys: ["F2"], label: "call.key.export", run: () => page.toggle("export") },
    { keys: ["F7"], label: "call.key.filter", run: () => page.startFilter() },
    { keys: ["Tab"], label: "call.key.pane", run: () => page.nextPane() },
    { keys: ["Escape"], run: () => page.close() },
  ];
}
