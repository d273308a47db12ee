/// The scenarios of `samples` through the whole pipeline: against their golden files, and against
/// the invariants that hold for every capture.
@NullMarked
package io.callogram.analyzer.golden;

import org.jspecify.annotations.NullMarked;
