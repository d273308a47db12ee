// Messages once read are kept a while: going back and forth on a ladder asks the server once.
import { get } from "../api.js";

const KEPT = 200;
const cache = new Map();

export async function messageAt(position, callId, lang, signal) {
  const key = `${position} ${callId} ${lang}`;
  const found = cache.get(key);
  if (found) {
    cache.delete(key);
    cache.set(key, found);
    return found;
  }
  const message = await get(`/messages/${encodeURIComponent(position)}`, { signal, params: { call: callId, lang } });
  cache.set(key, message);
  if (cache.size > KEPT) cache.delete(cache.keys().next().value);
  return message;
}

export const diffOf = (a, b, signal) => get(`/messages/${encodeURIComponent(a)}/diff/${encodeURIComponent(b)}`, { signal });
