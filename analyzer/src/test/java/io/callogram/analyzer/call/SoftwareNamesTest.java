package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoftwareNamesTest {

    @Test
    void findsAWordAnywhereInAnyCase() {
        assertThat(SoftwareNames.SERVERS.areIn("Asterisk PBX 20.1")).isTrue();
        assertThat(SoftwareNames.SERVERS.areIn("3CXPhoneSystem")).isTrue();
        assertThat(SoftwareNames.SERVERS.areIn("kamailio")).isTrue();
        assertThat(SoftwareNames.SCANNERS.areIn("Friendly-Scanner")).isTrue();
    }

    @Test
    void findsNoPartOfAWord() {
        assertThat(SoftwareNames.SERVERS.areIn("PolycomVVX sip")).isFalse();
        assertThat(SoftwareNames.SERVERS.areIn("kamaili")).isFalse();
        assertThat(SoftwareNames.SERVERS.areIn("")).isFalse();
        assertThat(SoftwareNames.SCANNERS.areIn("sips")).isFalse();
    }
}
