/// Tests of the package of this name.
@NullMarked
package io.callogram.samples.wire;

import org.jspecify.annotations.NullMarked;
