/// Tests of the package of this name.
@NullMarked
package io.callogram.samples.scenario;

import org.jspecify.annotations.NullMarked;
