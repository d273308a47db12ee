package io.callogram.analyzer.pseudonym;

import io.callogram.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// Pseudonyms of IP and hardware addresses. Networks stay together (a prefix depends on itself
/// alone), private ones private, and the text of an address keeps its length. Addresses that mean
/// something by themselves stay: unspecified, loopback, multicast, broadcast.
final class Hosts {

    private static final long MAPPED = 0xffffL;
    private static final long NAT64 = 0x64ff9bL << 32;

    private final Key key;
    private final Map<String, Map<Integer, Integer>> cycles = new HashMap<>();

    Hosts(Key key) {
        this.key = key;
    }

    int v4(int address) {
        int first = address >>> 24;
        if (first == 0 || first == 127 || first >= 224) {
            return address;
        }
        int second = address >>> 16 & 255;
        int third = address >>> 8 & 255;
        int newFirst = isSpecial(first) ? first : next(first, "", Hosts::isOrdinary);
        int newSecond =
                isSingle(first, second) ? second : next(second, first + ".", second(first, second));
        int newThird = next(third, first + "." + second, _ -> true);
        int newFourth = next(address & 255, first + "." + second + "." + third, _ -> true);
        return newFirst << 24 | newSecond << 16 | newThird << 8 | newFourth;
    }

    /// First octets under which some networks are not of the public internet.
    private static boolean isSpecial(int first) {
        return first == 10 || first == 100 || first == 169 || first == 172 || first == 192;
    }

    private static boolean isOrdinary(int first) {
        return first > 0 && first != 127 && first < 224 && !isSpecial(first);
    }

    /// RFC 1918 and RFC 3927 networks that are known by exactly this octet.
    private static boolean isSingle(int first, int second) {
        return first == 192 && second == 168 || first == 169 && second == 254;
    }

    private static IntPredicate second(int first, int second) {
        return switch (first) {
            case 172 -> octet -> (octet >> 4 == 1) == (second >> 4 == 1);
            case 100 -> octet -> (octet >> 6 == 1) == (second >> 6 == 1);
            default -> octet -> !isSingle(first, octet);
        };
    }

    /// The octet that takes another's place: alike, of as many digits, and never the same one.
    private int next(int octet, String under, IntPredicate alike) {
        int low = octet < 10 ? 0 : octet < 100 ? 10 : 100;
        int high = octet < 10 ? 10 : octet < 100 ? 100 : 256;
        List<Integer> members = new ArrayList<>();
        for (int other = low; other < high; other++) {
            if (alike.test(other)) {
                members.add(other);
            }
        }
        String name = under + " from " + members.getFirst();
        return cycles.computeIfAbsent(name, _ -> cycle(name, members)).getOrDefault(octet, octet);
    }

    /// Each member's next one in an order that the key draws.
    private Map<Integer, Integer> cycle(String name, List<Integer> members) {
        Map<String, Integer> drawn = new TreeMap<>();
        for (int octet : members) {
            String rank = HexFormat.of().formatHex(key.draw("v4 " + name, Integer.toString(octet)));
            drawn.put(rank, octet);
        }
        List<Integer> order = new ArrayList<>(drawn.values());
        Map<Integer, Integer> cycle = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            cycle.put(order.get(i), order.get((i + 1) % order.size()));
        }
        return cycle;
    }

    IpAddress v6(long high, long low) {
        boolean single = high == 0 && low >>> 1 == 0;
        if (single || high >>> 56 == 0xff) {
            return IpAddress.v6(high, low);
        }
        if (high == 0 && low >>> 32 == MAPPED || high == NAT64 && low >>> 32 == 0) {
            return IpAddress.v6(high, low >>> 32 << 32 | v4((int) low) & 0xffff_ffffL);
        }
        long[] out = new long[2];
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            int group = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i & 3))) & 0xffff;
            int moved = i == 0 ? firstGroup(group) : group(group, before.toString());
            out[i / 4] = out[i / 4] << 16 | moved;
            before.append(group).append(':');
        }
        return IpAddress.v6(out[0], out[1]);
    }

    private int firstGroup(int group) {
        if (group >>> 13 == 1) {
            return 0x2000 + (group - 0x2000 + 1 + key.below(0x1fff, "v6", "global")) % 0x2000;
        }
        if (group >>> 9 == 0xfc >> 1) {
            return 0xfc00 + (group - 0xfc00 + 1 + key.below(0x1ff, "v6", "local")) % 0x200;
        }
        return group;
    }

    /// Zero stays zero and the number of digits what it was: both decide how an address is written.
    private int group(int group, String before) {
        if (group == 0) {
            return 0;
        }
        int low = group < 0x10 ? 1 : group < 0x100 ? 0x10 : group < 0x1000 ? 0x100 : 0x1000;
        int size = low == 1 ? 15 : low * 15;
        return low + (group - low + 1 + key.below(size - 1, "v6", before + low)) % size;
    }

    /// Six bytes; groups and nobody stay.
    byte[] hardware(byte[] address) {
        boolean none = true;
        for (byte b : address) {
            none &= b == 0;
        }
        if (none || (address[0] & 1) == 1) {
            return address.clone();
        }
        byte[] drawn = key.draw("mac", HexFormat.of().formatHex(address));
        byte[] out = Arrays.copyOf(drawn, address.length);
        // Locally administered, for one host: nobody was sold this one.
        out[0] = (byte) (out[0] & 0xfc | 2);
        return out;
    }
}
