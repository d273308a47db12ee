/// Calls: legs (one initial request and all its dialogs) joined by explicit or scored links, each
/// with its reason; outcome, times, and the nodes that took part. RFC 3261 §6 calls a call
/// informal, so this package is its definition here. `GroupFold` folds one Call-ID, `Correlator`
/// joins legs, `CallFold` folds a call; it names no flow.
@NullMarked
package io.callogram.analyzer.call;

import org.jspecify.annotations.NullMarked;
