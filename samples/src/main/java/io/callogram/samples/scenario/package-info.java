/// The golden scenarios: folders with a README, a capture and what is expected of it. A capture is
/// either a file or `messages.sip`, SIP as people read it, from which packets are made in memory.
/// Knows nothing of what reads them.
@NullMarked
package io.callogram.samples.scenario;

import org.jspecify.annotations.NullMarked;
