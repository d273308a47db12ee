/// Structured values of single header fields, read by JAIN-SIP when someone looks at a message.
/// Never on the way of messages: its parser loops, loses and throws on hostile input, so every
/// value passes guards first and no type of the library leaves this package.
@NullMarked
package io.callogram.analyzer.sip.jain;

import org.jspecify.annotations.NullMarked;
