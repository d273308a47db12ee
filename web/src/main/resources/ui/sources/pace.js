// How fast a transfer goes: the rate over the last seconds, and what is left at that rate. Pure: the clock is an argument.
const WINDOW = 3000;

export function pace(total) {
  const samples = [];
  return {
    // Says where the transfer is at a time; returns { sent, fraction, rate (bytes a second), left (seconds) or null }.
    at(now, sent) {
      samples.push({ now, sent });
      while (samples.length > 2 && samples[0].now < now - WINDOW) samples.shift();
      const first = samples[0],
        span = (now - first.now) / 1000;
      const rate = span > 0 ? (sent - first.sent) / span : null;
      return { sent, fraction: total ? sent / total : 1, rate, left: rate ? (total - sent) / rate : null };
    },
  };
}
