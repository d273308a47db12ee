/// Transactions (RFC 3261 §17): hop by hop, keyed by branch, sent-by and method, and end to end,
/// keyed by Call-ID, From tag and CSeq. Also what every machine observes. Knows no dialogs.
@NullMarked
package io.callogram.analyzer.transaction;

import org.jspecify.annotations.NullMarked;
