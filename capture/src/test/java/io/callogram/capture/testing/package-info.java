/// Packets and capture files built by hand, for the tests of all packages of this module.
@NullMarked
package io.callogram.capture.testing;

import org.jspecify.annotations.NullMarked;
