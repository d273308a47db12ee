/// Two calls held against each other: which messages correspond, which are missing, extra, moved or
/// different, and what their header fields say otherwise, once everything is left out that differs
/// by nature (RFC 3261 §8.1.1: tags, branches, Call-IDs; addresses stand for roles). Knows calls
/// and the text of their messages, not where either comes from.
@NullMarked
package io.callogram.analyzer.compare;

import org.jspecify.annotations.NullMarked;
