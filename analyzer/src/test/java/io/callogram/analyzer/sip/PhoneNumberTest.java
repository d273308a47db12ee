package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "+8613800138000, 8613800138000",
        "008613800138000, 8613800138000",
        "%2B8613800138000, 8613800138000",
        "+1(201)555-01.23, 12015550123",
        "1001;phone-context=example.com, 1001",
        "0012, 0012",
        "10, 10",
        "7, ''",
        "alice, ''",
        "alice01, ''",
        "*72, ''",
        "*21*13800138000#, ''",
        "13+4, ''",
        "+, ''",
        "'', ''",
        "%2, ''",
        "\u0661\u0662, ''"
    })
    void makesTheSpellingsOfANumberEqual(String user, String number) {
        assertThat(PhoneNumber.of(user)).isEqualTo(number);
    }
}
