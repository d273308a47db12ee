package io.callogram.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What needs libpcap, but no right to capture.
final class LibpcapTest {

    @Test
    void listsTheInterfacesByItsChild() throws CaptureRefused {
        assertThat(LiveCapture.interfaces())
                .anySatisfy(each -> {
                    assertThat(each.name()).isEqualTo("lo");
                    assertThat(each.loopback()).isTrue();
                    assertThat(each.addresses()).contains("127.0.0.1");
                })
                .anySatisfy(each -> assertThat(each.name()).isEqualTo("any"));
    }

    @Test
    void saysWhatIsWrongWithAFilterBeforeItAsksForRights() {
        LiveOptions options = LiveOptions.of(List.of("lo"), "udp and and");
        assertThatThrownBy(() -> LiveCapture.start(options, (_, _, _, _, _, _) -> {}, _ -> {}))
                .isInstanceOf(CaptureRefused.class)
                .hasMessageStartingWith("libpcap cannot read the filter: ")
                .hasMessageContaining("syntax error");
    }

    @Test
    void takesUsualFilters() throws CaptureRefused {
        for (String filter :
                List.of(
                        "udp port 5060",
                        "host 10.0.0.1 and not tcp",
                        "vlan 5 or portrange 5060-5080")) {
            assertThat(Libpcap.existing(LiveOptions.of(List.of("lo", "any"), filter)))
                    .containsExactly("lo", "any");
        }
    }

    @Test
    void refusesHostileStringsInOneSentence() {
        Random random = new Random(7);
        List<LiveOptions> hostile = new ArrayList<>();
        for (String text : strings(random)) {
            hostile.add(LiveOptions.of(List.of(text), null));
            hostile.add(LiveOptions.of(List.of("lo"), text));
        }
        assertThat(hostile).hasSizeGreaterThan(200);
        for (LiveOptions options : hostile) {
            assertThatThrownBy(() -> Libpcap.existing(options))
                    .as(options.toString())
                    .isInstanceOf(CaptureRefused.class)
                    .extracting(e -> ((CaptureRefused) e).why())
                    .isEqualTo(CaptureRefused.Cause.REQUEST);
        }
    }

    private static List<String> strings(Random random) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "; touch /tmp/x",
                                "$(id)",
                                "`id`",
                                "| cat",
                                "&& true",
                                "../../etc",
                                "/etc/passwd",
                                "lo\0eth0",
                                "lo\n",
                                "%s%s%s%n",
                                "-w /tmp/x",
                                "--help",
                                "lo;lo",
                                "(".repeat(1_000),
                                "not ".repeat(200),
                                "host ::::::",
                                "port 99999999999999999999",
                                "ether[99999999999:4] = 1x",
                                "\u202elo",
                                "\u0000",
                                "\ud800",
                                "x".repeat(5_000),
                                "vlan vlan x",
                                "1 = 1 ) or ( 1",
                                "len > (((((1",
                                "proto \\\\\\\\",
                                "'",
                                "\"",
                                "\\"));
        while (all.size() < 130) {
            StringBuilder text = new StringBuilder("?");
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append((char) random.nextInt(1, 400));
            }
            all.add(text.toString());
        }
        return all;
    }
}
