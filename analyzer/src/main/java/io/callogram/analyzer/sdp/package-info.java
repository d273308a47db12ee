/// Session descriptions (RFC 8866) and offer/answer facts (RFC 3264), read leniently from a body.
/// Knows no dialogs.
@NullMarked
package io.callogram.analyzer.sdp;

import org.jspecify.annotations.NullMarked;
