package io.callogram.analyzer.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.MessageText;
import io.callogram.analyzer.sip.Messages;
import io.callogram.analyzer.sip.Mutants;
import io.callogram.analyzer.sip.ParseProblem;
import io.callogram.analyzer.sip.Scanner;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Transport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Malformed messages, always the same ones: nothing is thrown, nothing hangs, nothing is kept, and
/// the two ways of reading a message never differ. The time limit is only there to end a hang.
class MutationTest {

    private static final int MESSAGES = 300_000;
    private static final int STRUCTURED_EACH = 40;
    private static final long MOST_GROWTH = 16 << 20;

    private final Scanner scanner = new Scanner();
    private final SdpScanner sessions = new SdpScanner();
    private int messages;
    private int structured;

    private static List<byte[]> seeds() {
        return Stream.of(
                        "rfc4475/wsinv.dat",
                        "rfc4475/mpart01.dat",
                        "rfc4475/intmeth.dat",
                        "rfc4475/longreq.dat",
                        "rfc4475/regaut01.dat",
                        "rfc4475/transports.dat",
                        "rfc5118/ipv6-in-sdp",
                        "seeds/services.sip",
                        "seeds/multipart.sip")
                .map(name -> Messages.resource("/torture/" + name))
                .toList();
    }

    @Test
    @Timeout(600)
    void survivesEveryMutant() {
        Mutants mutants = new Mutants(4527, seeds());
        for (int i = 0; i < MESSAGES / 2; i++) {
            read(mutants.next(), i);
        }
        long before = usedHeap();
        for (int i = 0; i < MESSAGES / 2; i++) {
            read(mutants.next(), i);
        }
        assertThat(usedHeap() - before).isLessThan(MOST_GROWTH);
        assertThat(messages).isGreaterThan(MESSAGES * 9 / 10);
        assertThat(structured).isGreaterThan(20_000);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void read(byte[] bytes, int round) {
        boolean truncated = round % 7 == 0;
        Transport transport = round % 5 == 0 ? Transport.TCP : Transport.UDP;
        // Foreign bytes around the message must not be read as part of it.
        byte[] around = new byte[bytes.length + 9];
        System.arraycopy(bytes, 0, around, 4, bytes.length);
        Payload payload = Messages.payload(around, 4, bytes.length, transport, truncated);

        Sighting sighting = scanner.scan(payload, 0);
        MessageText text = MessageText.of(bytes, 0, bytes.length, transport, truncated);

        if (sighting == null || text == null) {
            assertThat(sighting == null && text == null)
                    .as("both readings take it for SIP")
                    .isTrue();
            return;
        }
        messages++;
        check(sighting, text, bytes.length);
        sessions.of(sighting, around, 4);
        if (round % STRUCTURED_EACH == 0) {
            structure(text);
        }
    }

    /// Plain comparisons: this runs for every line of every message.
    private static void check(Sighting sighting, MessageText text, int length) {
        boolean same =
                sighting.problems() == text.problemCount()
                        && sighting.bodyOffset() == text.bodyOffset()
                        && sighting.bodyLength() == text.bodyLength();
        boolean inside = isInside(sighting.bodyOffset(), sighting.bodyLength(), length);
        for (ParseProblem problem : text.problems()) {
            inside &= isInside(problem.at(), problem.length(), length);
        }
        for (HeaderLine line : text.headers()) {
            inside &= isInside(line.offset(), line.length(), length);
        }
        if (!same || !inside) {
            fail("the two readings differ, or a place is outside: " + sighting + text);
        }
    }

    private static boolean isInside(int at, int length, int whole) {
        return at >= 0 && length >= 0 && at + length <= whole;
    }

    private void structure(MessageText text) {
        for (HeaderLine line : text.headers()) {
            Structured tree = StructuredHeaders.of(line);
            structured++;
            assertThat(tree.isRead() || tree.values().isEmpty()).isTrue();
        }
    }
}
