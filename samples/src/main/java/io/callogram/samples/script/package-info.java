/// The language in which call flows are scripted: parties, dialogs along proxies (RFC 3261 §12,
/// §16), calls through B2BUAs (RFC 7092), and a stage that notes every message with its time. A
/// script writes down what a whole network does, also where no capture looks; which hops are
/// captured is decided by the stage alone.
@NullMarked
package io.callogram.samples.script;

import org.jspecify.annotations.NullMarked;
