package io.callogram.samples.sip;

import java.util.List;

/// The handwriting of a user agent or proxy: its name, order of headers, and habits of spelling.
///
/// @param compact writes the one-letter header names of RFC 3261 §7.3.3
/// @param hostInCallId ends a Call-ID with `@host`
/// @param idAlphabet the characters of tags, branches and Call-IDs
/// @param idLength how many of them in a tag; a branch and a Call-ID have more
public record Style(
        String agent,
        List<Slot> order,
        boolean compact,
        boolean hostInCallId,
        String idAlphabet,
        int idLength,
        String allow,
        String supported) {}
