package io.callogram.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.capture.packet.FrameSink;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Sip;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEP over TLS, with certificates that are made for each run.
final class HepTlsTest {

    private static final char[] PASSWORD = "a password".toCharArray();

    @TempDir private static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        make("RSA", "-keysize", "2048");
        make("EC", "-groupname", "secp256r1");
        make("Ed25519");
    }

    private static void make(String algorithm, String... more) throws Exception {
        Path store = folder.resolve(algorithm + ".p12");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "hep", "-keyalg", algorithm));
        command.addAll(List.of(more));
        command.addAll(
                List.of(
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD);
        }
        pem(algorithm + ".crt", "CERTIFICATE", made.getCertificate("hep").getEncoded());
        pem(algorithm + ".key", "PRIVATE KEY", made.getKey("hep", PASSWORD).getEncoded());
    }

    private static void pem(String name, String what, byte[] der) throws IOException {
        String encoded = Base64.getMimeEncoder().encodeToString(der);
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, encoded, what));
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    private static HepListener listen(SSLContext identity, FrameSink sink) throws IOException {
        HepAddress address = Objects.requireNonNull(HepAddress.parse("tls:127.0.0.1:0"));
        return HepListener.start(HepOptions.of(address).withTls(identity), sink);
    }

    private static void send(HepListener listener, Path trusted, int count) throws IOException {
        byte[] packet =
                Packet.of(Sip.request("INVITE", 1, 10))
                        .udp(5060, 5062)
                        .ipv4("10.9.9.9", "10.8.8.8")
                        .ethernet()
                        .bytes();
        try (HepSender sender = new HepSender(listener.address(), null, TlsKeys.client(trusted))) {
            for (int i = 0; i < count; i++) {
                sender.frame(i, 1, packet.length, packet, 0, packet.length);
            }
        }
    }

    private static void awaitReceived(HepListener listener, long count) {
        while (listener.counters().received() < count) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void receivesWhatComesOverTls(String algorithm) throws IOException {
        AtomicInteger frames = new AtomicInteger();
        SSLContext pem = TlsKeys.server(file(algorithm + ".crt"), file(algorithm + ".key"));
        SSLContext store = TlsKeys.server(file(algorithm + ".p12"), PASSWORD);
        for (SSLContext identity : List.of(pem, store)) {
            try (HepListener listener =
                    listen(identity, (_, _, _, _, _, _) -> frames.incrementAndGet())) {
                assertThat(listener.address().toString()).startsWith("tls:127.0.0.1:");
                frames.set(0);
                send(listener, file(algorithm + ".crt"), 500);
                while (frames.get() < 500) {
                    Thread.onSpinWait();
                }
                assertThat(listener.counters().received()).isEqualTo(500);
            }
        }
    }

    @Test
    void refusesStrangersAndCountsThem() throws IOException {
        SSLContext identity = TlsKeys.server(file("RSA.p12"), PASSWORD);
        try (HepListener listener = listen(identity, (_, _, _, _, _, _) -> {})) {
            assertThatThrownBy(() -> send(listener, file("EC.crt"), 1))
                    .isInstanceOf(SSLException.class);
            awaitReceived(listener, 1);
            var address = listener.address().socket();
            try (Socket plain = new Socket(address.getAddress(), address.getPort())) {
                plain.getOutputStream().write("HEP3\0\6".getBytes(StandardCharsets.US_ASCII));
                plain.getInputStream().readAllBytes();
            }
            awaitReceived(listener, 2);
            assertThat(listener.counters().malformed()).isEqualTo(2);
            send(listener, file("RSA.crt"), 1);
            awaitReceived(listener, 3);
            assertThat(listener.counters().malformed()).isEqualTo(2);
        }
    }

    @Test
    void saysWhatIsWrongWithItsFiles() throws Exception {
        Path text = Files.writeString(file("text"), "nothing of the kind");
        assertThatThrownBy(() -> TlsKeys.server(file("RSA.crt"), file("RSA.crt")))
                .hasMessageContaining("no private key in PKCS#8");
        assertThatThrownBy(() -> TlsKeys.server(text, file("RSA.key")))
                .hasMessageContaining("certificate");
        assertThatThrownBy(() -> TlsKeys.server(file("RSA.crt"), file("EC.key")))
                .hasMessageContaining("do not go together");
        Key other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        pem("other.key", "PRIVATE KEY", other.getEncoded());
        assertThatThrownBy(() -> TlsKeys.server(file("RSA.crt"), file("other.key")))
                .hasMessageContaining("do not go together");
        assertThatThrownBy(() -> TlsKeys.server(file("RSA.p12"), "wrong".toCharArray()))
                .hasMessageContaining("password");
        HepAddress address = Objects.requireNonNull(HepAddress.parse("tls:127.0.0.1:0"));
        assertThatThrownBy(
                        () -> HepListener.start(HepOptions.of(address), (_, _, _, _, _, _) -> {}))
                .hasMessageContaining("without a certificate");
    }
}
