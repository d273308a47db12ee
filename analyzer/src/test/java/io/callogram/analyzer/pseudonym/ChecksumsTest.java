package io.callogram.analyzer.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Decoder;
import io.callogram.capture.decode.Layer;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.capture.packet.Bytes;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Checksums of anonymized packets, computed anew by the definition (RFC 791, RFC 768, RFC 9293).
class ChecksumsTest {

    @TempDir Path folder;

    @Test
    void areRightWhereTheyWereRight() throws IOException {
        int right = 0;
        for (Scenario scenario : Scenarios.all()) {
            for (Exported export : Exported.of(scenario, folder)) {
                List<CapturedPacket> before = Exported.packets(export.plain(), folder);
                List<CapturedPacket> after = export.packets(folder);
                assertThat(after).hasSameSizeAs(before);
                for (int i = 0; i < before.size(); i++) {
                    List<Boolean> were = sums(before.get(i));
                    assertThat(sums(after.get(i))).as(scenario.name()).isEqualTo(were);
                    right += (int) were.stream().filter(sum -> sum).count();
                }
            }
        }
        assertThat(right).isGreaterThan(10_000);
    }

    /// Whether each checksum of a packet is right; those of fragments are not looked at.
    private static List<Boolean> sums(CapturedPacket packet) {
        byte[] b = packet.bytes();
        Decoded d = new Decoded();
        Decoder.decode(b, 0, b.length, packet.original(), packet.link(), d);
        List<Boolean> right = new ArrayList<>();
        int ip = -1;
        for (int i = 0; i < d.layers(); i++) {
            int at = d.layerStart(i);
            if (d.layer(i) == Layer.IPV4) {
                ip = at;
                right.add(sum(b, at, at + ((b[at] & 15) << 2), 0) == 0xffff);
            } else if (d.layer(i) == Layer.IPV6) {
                ip = at;
            } else if (ip >= 0 && (d.layer(i) == Layer.UDP || d.layer(i) == Layer.TCP)) {
                boolean v4 = b[ip] >> 4 == 4;
                int end = v4 ? ip + Bytes.u16(b, ip + 2) : ip + 40 + Bytes.u16(b, ip + 4);
                long pseudo =
                        sum(b, v4 ? ip + 12 : ip + 8, v4 ? ip + 20 : ip + 40, 0)
                                + (d.layer(i) == Layer.UDP ? 17 : 6)
                                + end
                                - at;
                right.add(end <= b.length && sum(b, at, end, pseudo) == 0xffff);
            }
        }
        return right;
    }

    private static long sum(byte[] bytes, int from, int to, long start) {
        long sum = start;
        for (int at = from; at < to; at += 2) {
            sum += (bytes[at] & 0xff) << 8 | (at + 1 < to ? bytes[at + 1] & 0xff : 0);
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}
