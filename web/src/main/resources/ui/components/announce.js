// The live region: polite, and at most one sentence every five seconds; of several that wait the last one is said.
const PAUSE = 5000;
let last = -PAUSE,
  waiting = null,
  timer = 0;

function say(sentence) {
  last = performance.now();
  const region = document.getElementById("said");
  if (region) region.textContent = sentence;
}

export function announce(sentence) {
  waiting = sentence;
  if (timer) return;
  timer = setTimeout(
    () => {
      timer = 0;
      say(waiting);
    },
    Math.max(0, last + PAUSE - performance.now()),
  );
}
