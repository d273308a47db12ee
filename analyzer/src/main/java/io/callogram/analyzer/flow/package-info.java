/// What happened in a call, named: the vocabulary of flows with their evidence, and the view of a
/// folded call that the rules read (RFC 5359, RFC 3665, 3GPP TS 24.6xx). A flow is concluded from
/// messages that were captured, never from those that should have been; the rules themselves are in
/// `rule`, the diagnostics in `hint`. It knows nothing of words.
@NullMarked
package io.callogram.analyzer.flow;

import org.jspecify.annotations.NullMarked;
