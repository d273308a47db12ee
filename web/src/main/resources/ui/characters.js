// Which characters a reader would not see, or would see in the wrong place. Pure: text.js draws what this finds.

// Controls, formats (bidi, joiners, tags), separators, surrogates, private use, noncharacters, and what Unicode lets a font leave out.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/u;
const EVERY_HIDDEN = new RegExp(HIDDEN.source, "gu");

// A pile of marks covers the lines above and below: from the fifth on they are written out.
const PILE = /(?<=\p{Mn}{4})\p{Mn}/u;
const EITHER = new RegExp(`${HIDDEN.source}|${PILE.source}`, "gu");

export const codeName = (character) => "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

export const hides = (value) => String(value).search(EITHER) >= 0;

// "bob<U+202E>x" → [{text: "bob"}, {token: "U+202E"}, {text: "x"}]
export function parts(value) {
  const text = String(value),
    out = [];
  let from = 0;
  for (const found of text.matchAll(EITHER)) {
    if (found.index > from) out.push({ text: text.slice(from, found.index) });
    out.push({ token: codeName(found[0]) });
    from = found.index + found[0].length;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

// For attributes, titles and speech, where no element can stand.
export const plain = (value) => String(value).replace(EVERY_HIDDEN, (character) => `[${codeName(character)}]`);

// The first `limit` code points and how many more there are: a name of 60 KB must not reach the layout.
export function head(value, limit) {
  const text = String(value);
  if (text.length <= limit) return { text, more: 0 };
  let cut = limit;
  if (text.charCodeAt(cut - 1) >= 0xd800 && text.charCodeAt(cut - 1) < 0xdc00) cut--;
  return { text: text.slice(0, cut), more: text.length - cut };
}
