/// What the index keeps of a call: its row for the list, the values it is found by, and where its
/// messages stand, so that the call can be folded again from its bytes. Knows no search library.
@NullMarked
package io.callogram.analyzer.index.record;

import org.jspecify.annotations.NullMarked;
