/// Frames from network interfaces by libpcap. A child process alone opens the interfaces, so it
/// alone needs the right to, and may die: the parent shows the gap, and another that waited takes
/// over. Knows nothing of what the frames carry.
@NullMarked
package io.callogram.capture.live;

import org.jspecify.annotations.NullMarked;
