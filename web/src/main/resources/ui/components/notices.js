// What went wrong, one sentence each, until dismissed; nothing leaves by itself.
const listeners = new Set();
let notices = [];

const tell = () => {
  for (const listener of listeners) listener(notices);
};

export const onNotices = (listener) => {
  listeners.add(listener);
  listener(notices);
  return () => listeners.delete(listener);
};

// { id, tone: "quiet" | "warn" | "bad", sentence: () => text or template, show?: () => void }; the same id replaces.
export function notice(item) {
  notices = [...notices.filter(({ id }) => id !== item.id), item];
  tell();
}

export function dismiss(id) {
  notices = notices.filter((item) => item.id !== id);
  tell();
}
