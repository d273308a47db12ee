/// A call told step by step, in English and Chinese: every message and milestone with a sentence,
/// its reason and the header line that proves it (RFC 3261 §6 for the words). It says no more than
/// the wire shows; what is inferred is told as probable. It concludes nothing itself: flows and
/// hints come from `flow`.
@NullMarked
package io.callogram.analyzer.story;

import org.jspecify.annotations.NullMarked;
