// What a session description says, in few words. sendrecv is the default and is left unsaid.

/** Longest first: a chip gives way as codec, then host; the last resort says only that there is SDP. */
export function sdpForms(sdp, text) {
  const [first, ...others] = sdp.media;
  if (!first) return ["SDP"];
  const way = first.port === 0 ? text("call.sdp.declined") : first.direction === "sendrecv" ? "" : first.direction;
  const more = others.length ? `+${others.length}` : "";
  const place = `${first.address ?? ""}:${first.port}`;
  const codec = [codecOf(first), place].filter(Boolean).join(" ");
  return [[codec, way, more], [place, way, more], [`:${first.port}`, way], [way || "SDP"]].map((parts) => parts.filter(Boolean).join(" · "));
}

/** telephone-event rides with a codec; it is never the codec of a call. */
const codecOf = (media) => media.codecs.find((c) => c !== "telephone-event" && c !== "CN") ?? media.codecs[0] ?? "";

/** One line a medium, everything in it. */
export function sdpLines(sdp, text) {
  return sdp.media.map((m) =>
    [m.kind, m.port === 0 ? text("call.sdp.declined") : `${m.address ?? ""}:${m.port}`, m.codecs.join(" "), m.direction].filter(Boolean).join(" · "),
  );
}
