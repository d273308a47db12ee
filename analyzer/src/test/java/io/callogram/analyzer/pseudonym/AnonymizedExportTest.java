package io.callogram.analyzer.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call of every scenario, exported with pseudonyms.
class AnonymizedExportTest {

    /// Shorter words are found in every capture by chance.
    private static final int TELLING = 4;

    /// What is wanted is nobody's name; 8000 is also how often voice is sampled.
    private static final Set<String> WANTED =
            Set.of(
                    "anonymous.invalid",
                    "service:sos",
                    "service:counseling.children",
                    "counsel",
                    "8000");

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isConcludedToBeTheSameCall(Scenario scenario) throws IOException {
        for (Exported export : Exported.of(scenario, folder)) {
            String before = Exported.conclusions(Exported.analyzed(export.plain(), folder));
            String after = Exported.conclusions(Exported.analyzed(export.anonymized(), folder));
            assertThat(after).as(scenario.name()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void holdsNoNameOfThoseWhoWereInvolved(Scenario scenario) throws IOException {
        for (Exported export : Exported.of(scenario, folder)) {
            for (CapturedPacket packet : export.packets(folder)) {
                String bytes = new String(packet.bytes(), StandardCharsets.ISO_8859_1);
                String small = bytes.toLowerCase(Locale.ROOT);
                for (String name : names(export)) {
                    assertThat(holds(small, name)).as("%s in %s", name, scenario.name()).isFalse();
                }
            }
        }
    }

    /// A name stands by itself; a few letters in the middle of a random tag are nobody's.
    private static boolean holds(String bytes, String name) {
        int at = bytes.indexOf(name);
        while (at >= 0) {
            if (!isWord(bytes, at - 1) && !isWord(bytes, at + name.length())) {
                return true;
            }
            at = bytes.indexOf(name, at + 1);
        }
        return false;
    }

    private static boolean isWord(String bytes, int at) {
        return at >= 0 && at < bytes.length() && Character.isLetterOrDigit(bytes.charAt(at));
    }

    private static Set<String> names(Exported export) {
        Set<String> names = new TreeSet<>();
        for (CallMessage message : export.call().messages()) {
            Sighting s = message.seen().sighting();
            for (Address address : addresses(s)) {
                add(names, address.user());
                add(names, address.host());
                add(names, address.display());
            }
            for (String piece : s.callId().split("[^A-Za-z0-9]")) {
                add(names, piece);
            }
            for (var ip : List.of(s.where().from().address(), s.where().to().address())) {
                add(names, ip.toString());
                add(names, binary(ip.high(), ip.low(), ip.v6()));
            }
        }
        return names;
    }

    private static String binary(long high, long low, boolean v6) {
        StringBuilder text = new StringBuilder();
        for (int shift = 56; v6 && shift >= 0; shift -= 8) {
            text.append((char) (high >>> shift & 0xff));
        }
        for (int shift = v6 ? 56 : 24; shift >= 0; shift -= 8) {
            text.append((char) (low >>> shift & 0xff));
        }
        return text.toString();
    }

    private static List<Address> addresses(Sighting s) {
        @Nullable Address uri = s.requestUri();
        @Nullable Address contact = s.contact();
        return List.of(
                s.from(),
                s.to(),
                uri == null ? Address.NONE : uri,
                contact == null ? Address.NONE : contact);
    }

    private static void add(Set<String> names, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        boolean meansSomething =
                Vocabulary.speaks(small) || small.startsWith("127.") || WANTED.contains(small);
        if (small.length() >= TELLING && !meansSomething) {
            names.add(small);
        }
    }
}
