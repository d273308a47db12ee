/// Tests of the package of this name.
@NullMarked
package io.callogram.samples.generator;

import org.jspecify.annotations.NullMarked;
