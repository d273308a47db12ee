// The ladder's own filter (F7): words that must all hold. A method or a status, leg:2, or any text of a message's line.

/** @returns {(message: object) => boolean} */
export function matcher(filter) {
  const terms = (filter ?? "").trim().toLowerCase().split(/\s+/).filter(Boolean).map(term);
  return (message) => terms.every((holds) => holds(message));
}

function term(word) {
  if (word.length > 1 && word.startsWith("-")) {
    const inner = term(word.slice(1));
    return (message) => !inner(message);
  }
  const [, field, value] = /^(leg|dialog|method|code):(.*)$/.exec(word) ?? [];
  if (field === "leg" || field === "dialog") return (message) => String(message[field]) === value;
  if (field === "method") return (message) => message.method.toLowerCase() === value;
  if (field === "code" || /^[1-6](\d\d|xx)$/.test(word)) return status(value ?? word);
  return (message) => textOf(message).includes(word);
}

const status = (code) => (message) =>
  /^\dxx$/.test(code) ? !message.request && String(message.status)[0] === code[0] : String(message.status) === code;

function textOf(message) {
  const media = (message.sdp?.media ?? []).map((m) => `sdp ${m.kind} ${m.address} ${m.direction} ${m.codecs.join(" ")}`).join(" ");
  return `${message.label} ${message.cseq} ${message.fromEndpoint} ${message.toEndpoint} ${message.transport} ${media} ${message.stray}`.toLowerCase();
}
