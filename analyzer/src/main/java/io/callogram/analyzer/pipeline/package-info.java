/// The one place that wires capture, scanner, folds and index together: blocks are decoded and
/// scanned in parallel, messages are grouped by Call-ID in capture order, groups are folded,
/// correlated and handed on as calls. It decides when to fold, never what a fold says.
@NullMarked
package io.callogram.analyzer.pipeline;

import org.jspecify.annotations.NullMarked;
