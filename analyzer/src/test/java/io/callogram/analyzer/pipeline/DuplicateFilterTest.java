package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
    private static final long WINDOW = 20_000_000L;
    private static final Endpoint ONE = new Endpoint(IpAddress.v4(0x0a000001), 5060);
    private static final Endpoint OTHER = new Endpoint(IpAddress.v4(0x0a000002), 5060);

    private final DuplicateFilter filter = new DuplicateFilter(WINDOW);

    private static Where at(long time, Endpoint from, Endpoint to, Transport transport, long hash) {
        return new Where(1, time, time, time, 400, time, from, to, transport, hash, false, false);
    }

    private boolean isTaken(long time, Endpoint from, Endpoint to, long hash) {
        return filter.isDuplicate(at(time, from, to, Transport.UDP, hash));
    }

    @Test
    void takesOutTheSameBytesBetweenTheSameEndpoints() {
        assertThat(isTaken(1_000, ONE, OTHER, 7)).isFalse();
        assertThat(isTaken(1_000 + WINDOW, ONE, OTHER, 7)).isTrue();
    }

    @Test
    void keepsRetransmissionsHopsAndOtherBytes() {
        assertThat(isTaken(1_000, ONE, OTHER, 7)).isFalse();
        assertThat(isTaken(1_001 + WINDOW, ONE, OTHER, 7)).isFalse();
        assertThat(isTaken(2_000, OTHER, ONE, 7)).isFalse();
        assertThat(isTaken(2_000, ONE, OTHER, 8)).isFalse();
    }

    @Test
    void takesOutWhatOneStreamCarriedBeforeAndBehindATunnel() {
        assertThat(filter.isDuplicate(at(1_000, ONE, OTHER, Transport.TCP, 7))).isFalse();
        assertThat(filter.isDuplicate(at(9_000, ONE, OTHER, Transport.TCP, 7))).isTrue();
    }
}
