/// HEP, the protocol in which capture agents send what they saw: a listener for versions 2 and 3
/// that keeps each datagram as it came, and a sender of version 3. Off until somebody asks for it.
/// What is inside HEP is read by `decode`.
@NullMarked
package io.callogram.capture.hep;

import org.jspecify.annotations.NullMarked;
