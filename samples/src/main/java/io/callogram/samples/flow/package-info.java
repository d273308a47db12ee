/// The flows of the catalogue as scripts: RFC 3665 and RFC 5359 as they are seen in real networks.
/// Each class plays one flow on a scene and says what is true of it.
@NullMarked
package io.callogram.samples.flow;

import org.jspecify.annotations.NullMarked;
