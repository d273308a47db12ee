/// What everything in a call was at any of its messages, each with the event that made it so: the
/// states of RFC 3261 §17 and §12, media by RFC 3264, folded from the derived events alone. It
/// concludes nothing that the machines did not.
@NullMarked
package io.callogram.analyzer.call.moment;

import org.jspecify.annotations.NullMarked;
