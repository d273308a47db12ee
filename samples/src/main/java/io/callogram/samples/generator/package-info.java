/// Makes captures of any size with known contents: scenes drawn from a mix, played one by one,
/// merged in order of time, and written with the truth beside them. The same seed gives the same
/// bytes.
@NullMarked
package io.callogram.samples.generator;

import org.jspecify.annotations.NullMarked;
