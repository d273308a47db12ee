package io.callogram.capture.hep;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may send: networks as `10.0.0.0/8`, `fd00::/8`, or single addresses. An empty list lets
/// everybody.
public final class AllowedSources {

    public static final AllowedSources EVERYBODY = new AllowedSources(List.of());

    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != other[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            int mask = 0xff00 >> rest & 0xff;
            return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
        }
    }

    private final List<Network> networks;

    private AllowedSources(List<Network> networks) {
        this.networks = networks;
    }

    /// Null when one of them is no address and no network. No name is ever looked up.
    public static @Nullable AllowedSources parse(List<String> texts) {
        List<Network> networks = new ArrayList<>();
        for (String text : texts) {
            int slash = text.indexOf('/');
            String literal = slash < 0 ? text : text.substring(0, slash);
            if (!literal.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                return null;
            }
            try {
                byte[] address = InetAddress.getByName(literal).getAddress();
                int most = address.length * 8;
                int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > most) {
                    return null;
                }
                networks.add(new Network(address, bits));
            } catch (NumberFormatException | UnknownHostException _) {
                return null;
            }
        }
        return new AllowedSources(List.copyOf(networks));
    }

    boolean allow(InetAddress sender) {
        if (networks.isEmpty()) {
            return true;
        }
        byte[] address = sender.getAddress();
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
