package io.callogram.samples.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.9:5060",
                "255.1.0.200:1",
                "[2001:db8::1]:5060",
                "[::1]:5060",
                "[::]:9",
                "[2001:db8:3::1:a]:5060",
                "[1:0:0:2::3]:5060",
                "[fe80::]:65535",
                "[1:2:3:4:5:6:7:8]:5060",
                "[1:0:2:3:4:5:6:7]:5060"
            })
    void writesAddressesAsTheyWereRead(String text) {
        assertThat(Endpoint.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.9", "alice.example.com:5060", "10.0.0.9:sip"})
    void refusesWhatIsNoLiteralAddressWithPort(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isEqualByAddressAndPort() {
        Endpoint one = Endpoint.parse("10.0.0.9:5060");
        assertThat(one)
                .isEqualTo(one.withPort(5061).withPort(5060))
                .isNotEqualTo(one.withPort(5061));
        assertThat(one).hasSameHashCodeAs(Endpoint.parse("10.0.0.9:5060"));
    }
}
