package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void unpacksWhatItPacked() {
        List<Where> places = places(500);
        assertThat(Places.unpack(Places.pack(places))).isEqualTo(places);
    }

    @Test
    void packsSeveralAsItPacksAllOfThem() {
        List<Where> places = places(100);
        Places together = new Places();
        for (int from = 0; from < 100; from += 25) {
            Places some = new Places();
            places.subList(from, from + 25).forEach(some::add);
            together.addAll(some);
        }
        assertThat(together.size()).isEqualTo(100);
        assertThat(together.packed()).isEqualTo(Places.pack(places));
    }

    private static List<Where> places(int count) {
        Random random = new Random(3);
        List<Where> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long position = random.nextLong(1L << 45);
            places.add(
                    new Where(
                            random.nextInt(3),
                            position,
                            random.nextBoolean() ? position : ~random.nextLong(1L << 40),
                            position - random.nextInt(3000),
                            random.nextInt(70_000),
                            random.nextLong(),
                            endpoint(random),
                            endpoint(random),
                            Transport.values()[random.nextInt(Transport.values().length)],
                            0,
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean() ? null : "id-" + random.nextInt(3)));
        }
        return places;
    }

    @Test
    void packsNothingIntoAlmostNothing() {
        assertThat(Places.unpack(Places.pack(List.of()))).isEmpty();
    }

    private static Endpoint endpoint(Random random) {
        IpAddress address =
                random.nextBoolean()
                        ? IpAddress.v4(random.nextInt(4))
                        : IpAddress.v6(0x20010db8_00000000L, random.nextInt(4));
        return new Endpoint(address, random.nextInt(4) + 65_500);
    }
}
