/// What the tests of this module share: a reader of captures and a strict checker of SIP, both
/// written apart from the code that makes them.
@NullMarked
package io.callogram.samples;

import org.jspecify.annotations.NullMarked;
