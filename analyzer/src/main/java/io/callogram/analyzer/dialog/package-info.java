/// Dialogs (RFC 3261 §12) seen from outside: early, confirmed, terminated, forked. Knows no calls.
@NullMarked
package io.callogram.analyzer.dialog;

import org.jspecify.annotations.NullMarked;
