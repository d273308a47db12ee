/// The packets of a call with other names in them: users, numbers, hosts, addresses and secrets are
/// replaced by pseudonyms of the same length, equal for equal originals, so that lengths, offsets
/// and everything that correlation rests on stay what they were. What is not known to be protocol
/// is replaced. Knows packets and the text of messages (RFC 3261, RFC 8866), not calls.
@NullMarked
package io.callogram.analyzer.pseudonym;

import org.jspecify.annotations.NullMarked;
