// Where the milestones of a story stand.

/** The message behind which the next milestone after (or before) a message stands; null when there is none. */
export function milestone(story, number, way) {
  const marks = [];
  let behind = 0;
  for (const step of story?.steps ?? []) {
    if (step.message) behind = step.message;
    else if (behind) marks.push(behind);
  }
  return (way > 0 ? marks.find((at) => at > number) : marks.findLast((at) => at < number)) ?? null;
}
