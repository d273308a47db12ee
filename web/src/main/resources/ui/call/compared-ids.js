// Which call a reader means.

/** A call's id, alone or in a link that was copied. */
export const idIn = (text) => /c-[0-9a-z-]+/i.exec(text)?.[0] ?? "";
