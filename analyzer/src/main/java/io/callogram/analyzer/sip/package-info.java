/// SIP messages as seen on the wire (RFC 3261 §7): the bounded scanner that is the truth for
/// correlation, and the header lines of one message for people to read. Knows no transactions.
@NullMarked
package io.callogram.analyzer.sip;

import org.jspecify.annotations.NullMarked;
