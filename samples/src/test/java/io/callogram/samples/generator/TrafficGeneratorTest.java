package io.callogram.samples.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.samples.CaptureReader;
import io.callogram.samples.Seen;
import io.callogram.samples.StrictSip;
import io.callogram.samples.script.Conditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficGeneratorTest {
    private static final Pattern CALL_IDS = Pattern.compile("\"callIds\":\\[(.*?)],\"kind\"");
    private static final Pattern COUNT = Pattern.compile("\"messages\":(\\d+)");

    @TempDir private Path folder;

    static List<String> flowNames() {
        return Mix.flowNames();
    }

    private CaptureReader generate(Traffic traffic) throws IOException {
        TrafficGenerator.generate(
                traffic, folder.resolve("a.pcap"), folder.resolve("a.truth"), Progress.NONE);
        return CaptureReader.read(Files.readAllBytes(folder.resolve("a.pcap")));
    }

    @ParameterizedTest
    @MethodSource("flowNames")
    void playsEveryFlowByTheBook(String flow) throws IOException {
        CaptureReader capture = generate(new Traffic(150, 5, 7, Mix.of(flow), Conditions.CLEAN));
        assertThat(StrictSip.breaches(capture.messages())).isEmpty();
        assertThat(capture.inOrder()).isTrue();
        assertThat(capture.messages()).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void keepsTheRulesWhenPacketsAreLostMirroredAndPartlySeen() throws IOException {
        Traffic traffic =
                new Traffic(1500, 20, 3, Mix.of("default"), new Conditions(0.03, 0.1, 0.1, 0.25));
        CaptureReader capture = generate(traffic);
        assertThat(StrictSip.breaches(capture.messages())).isEmpty();
        assertThat(capture.inOrder()).isTrue();
        assertThat(capture.others()).isPositive();
        assertThat(capture.messages()).anyMatch(Seen::tcp);
    }

    @Test
    void givesTheSameBytesForTheSameSeed() throws IOException {
        Traffic traffic = Traffic.of(300, 10, 42, Mix.of("default"));
        Path one = folder.resolve("one.pcapng");
        Path other = folder.resolve("other.pcapng");
        TrafficGenerator.generate(traffic, one, folder.resolve("one.truth"), Progress.NONE);
        TrafficGenerator.generate(traffic, other, folder.resolve("other.truth"), Progress.NONE);
        assertThat(one).hasSameBinaryContentAs(other);
        assertThat(folder.resolve("one.truth"))
                .hasSameBinaryContentAs(folder.resolve("other.truth"));
        Traffic another = Traffic.of(300, 10, 43, Mix.of("default"));
        TrafficGenerator.generate(another, other, null, Progress.NONE);
        assertThat(Files.mismatch(one, other)).isNotNegative();
    }

    @Test
    void packsWhenTheNameEndsInGz() throws IOException {
        Traffic traffic = Traffic.of(50, 10, 1, Mix.of("basic"));
        TrafficGenerator.generate(traffic, folder.resolve("a.pcap"), null, Progress.NONE);
        TrafficGenerator.generate(traffic, folder.resolve("b.pcap.gz"), null, Progress.NONE);
        try (GZIPInputStream packed =
                new GZIPInputStream(Files.newInputStream(folder.resolve("b.pcap.gz")))) {
            assertThat(packed.readAllBytes())
                    .isEqualTo(Files.readAllBytes(folder.resolve("a.pcap")));
        }
    }

    @Test
    void tellsTheTruthAboutWhatItWrote() throws IOException {
        Traffic traffic =
                new Traffic(800, 20, 5, Mix.of("default"), new Conditions(0.02, 0.1, 0.05, 0.25));
        CaptureReader capture = generate(traffic);
        Map<String, Integer> written = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Seen message : capture.messages()) {
            String whole = message.from() + message.to() + message.startLine() + message.headers();
            Long before = last.put(whole, message.at());
            if (before == null || message.at() - before > 20_000_000L) {
                written.merge(message.callId(), 1, Integer::sum);
            }
        }
        Set<String> told = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("a.truth"))) {
            int sum = 0;
            for (String callId : callIds(line)) {
                assertThat(told.add(callId)).as("one entry has %s", callId).isTrue();
                sum += written.getOrDefault(callId, 0);
            }
            Matcher count = COUNT.matcher(line);
            assertThat(count.find()).isTrue();
            assertThat(sum).as(line).isEqualTo(Integer.parseInt(count.group(1)));
        }
        assertThat(told).isEqualTo(written.keySet());
    }

    private static List<String> callIds(String line) {
        Matcher matcher = CALL_IDS.matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        List<String> ids = new ArrayList<>();
        for (String quoted : matcher.group(1).split(",")) {
            ids.add(quoted.substring(1, quoted.length() - 1));
        }
        return ids;
    }

    @Test
    void countsWhatItWrote() throws IOException {
        Traffic traffic = new Traffic(200, 20, 5, Mix.of("basic"), Conditions.CLEAN);
        Counts counts =
                TrafficGenerator.generate(traffic, folder.resolve("a.pcap"), null, Progress.NONE);
        CaptureReader capture = CaptureReader.read(Files.readAllBytes(folder.resolve("a.pcap")));
        assertThat(counts.calls()).isEqualTo(200);
        assertThat(counts.messages()).isEqualTo(capture.messages().size());
        assertThat(counts.packets()).isEqualTo(capture.packets());
    }

    @Test
    void sendsAnInviteSevenTimesToNobody() throws IOException {
        CaptureReader capture =
                generate(new Traffic(1, 1, 1, Mix.of("unreachable"), Conditions.CLEAN));
        long first = capture.messages().get(0).at();
        assertThat(capture.messages())
                .extracting(message -> (message.at() - first) / 100_000_000L)
                .containsExactly(0L, 5L, 15L, 35L, 75L, 155L, 315L);
    }

    @Test
    void saysWhichFlowItDoesNotKnow() {
        assertThatThrownBy(() -> Mix.of("call-setup=1,bluff=2")).hasMessageContaining("bluff");
        assertThatThrownBy(() -> Mix.of("busy=often")).hasMessageContaining("often");
    }
}
