package io.callogram.analyzer.index.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+86 138-0013.8000, 8613800138000",
        "008613800138000, 8613800138000",
        "13800138000, 13800138000",
        "(138)0013/8000, 13800138000",
        "%2B86138, 86138",
        "1002, 1002",
        "alice, ''",
        "1002a, ''",
        "1+2, ''",
        "'', ''"
    })
    void bringsAWritingToBareDigits(String written, String digits) {
        assertThat(PhoneNumbers.normalise(written)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "15551234567,1",
        "79161234567,1",
        "8613800138000,2",
        "442079460958,2",
        "85212345678,3",
        "35312345678,3",
        "0138,0",
        "'',0"
    })
    void knowsHowLongACountryCodeIs(String digits, int length) {
        assertThat(PhoneNumbers.countryCodeLength(digits)).isEqualTo(length);
    }

    @Test
    void findsEveryNumberInAHeader() {
        assertThat(
                        PhoneNumbers.inHeader(
                                "\"sip:\" <sip:+86138@10.0.0.1;user=phone>;reason=busy, <tel:010-1234;phone-context=+86>,"
                                        + " <SIPS:bob@x>, sip:1002?Replaces=a%3Bto"))
                .isEqualTo(List.of("86138", "0101234", "1002"));
    }
}
