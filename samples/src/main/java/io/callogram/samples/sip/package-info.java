/// SIP messages as values (RFC 3261 §7, §20) with session descriptions (RFC 8866, RFC 3264), and
/// their text in the handwriting of different user agents. Knows no time, no network and no call:
/// who says what when is a script's business.
@NullMarked
package io.callogram.samples.sip;

import org.jspecify.annotations.NullMarked;
