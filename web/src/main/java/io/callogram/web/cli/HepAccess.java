package io.callogram.web.cli;

import io.callogram.capture.hep.AllowedSources;
import io.callogram.capture.hep.HepAddress;
import io.callogram.capture.hep.HepOptions;
import io.callogram.capture.hep.TlsKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who may send HEP, and with which key.
final class HepAccess {
    private static final String PASSWORD = "CALLOGRAM_HEP_PASSWORD";

    @Option(
            names = "--hep-key",
            paramLabel = "KEY",
            description = "What HEP messages have to carry; also CALLOGRAM_HEP_KEY.")
    private @Nullable String key = System.getenv("CALLOGRAM_HEP_KEY");

    @Option(
            names = "--hep-allow",
            split = ",",
            paramLabel = "NETWORK",
            description = "Who may send HEP: addresses or networks (10.0.0.0/8).")
    private List<String> allowed = List.of();

    @Option(
            names = "--hep-certificate",
            paramLabel = "F",
            description = "For tls: addresses: the chain in PEM, or PKCS#12 with the key.")
    private @Nullable Path certificate;

    @Option(
            names = "--hep-private-key",
            paramLabel = "F",
            description = "The certificate's key in PEM (PKCS#8, not encrypted).")
    private @Nullable Path privateKey;

    byte @Nullable [] key() {
        return key == null || key.isEmpty() ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    HepOptions options(String address) {
        AllowedSources sources = AllowedSources.parse(allowed);
        if (sources == null) {
            throw Refusal.wrongUsage(
                    "--hep-allow takes addresses and networks, as in 10.0.0.0/8,fd00::1.");
        }
        HepAddress to = address(address, "--hep");
        HepOptions options = HepOptions.of(to).withAllowed(sources).withKey(key());
        return to.carrier() == HepAddress.Carrier.TLS ? options.withTls(identity()) : options;
    }

    private SSLContext identity() {
        if (certificate == null) {
            throw Refusal.wrongUsage("--hep tls: needs --hep-certificate.");
        }
        try {
            if (privateKey != null) {
                return TlsKeys.server(certificate, privateKey);
            }
            String password = System.getenv(PASSWORD);
            return TlsKeys.server(certificate, (password == null ? "" : password).toCharArray());
        } catch (NoSuchFileException missing) {
            throw Refusal.wrongUsage(missing.getFile() + ": no such file.");
        } catch (IOException unusable) {
            throw Refusal.wrongUsage(unusable.getMessage() + ".");
        }
    }

    static HepAddress address(String text, String option) {
        HepAddress address = HepAddress.parse(text);
        if (address == null) {
            throw Refusal.wrongUsage(
                    option + " takes udp:, tcp: or tls:ADDR:PORT, not '" + text + "'.");
        }
        return address;
    }
}
