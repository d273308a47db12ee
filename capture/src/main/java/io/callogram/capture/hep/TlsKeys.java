package io.callogram.capture.hep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificates and keys from files, as contexts for TLS. What is wrong with a file is one sentence
/// that names it.
public final class TlsKeys {

    private static final char[] NONE = {};
    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    private TlsKeys() {}

    /// A server that shows a certificate chain in PEM, whose key is in PKCS#8 (RFC 5958).
    public static SSLContext server(Path chain, Path key) throws IOException {
        List<Certificate> certificates = certificates(chain);
        try {
            PublicKey shown = certificates.getFirst().getPublicKey();
            PrivateKey kept = privateKey(key, shown.getAlgorithm());
            if (!isPair(shown, kept)) {
                throw new InvalidKeyException("the key is another certificate's");
            }
            KeyStore store = empty();
            store.setKeyEntry("hep", kept, NONE, certificates.toArray(new Certificate[0]));
            return server(store, NONE);
        } catch (GeneralSecurityException e) {
            throw new IOException(key + " and " + chain + " do not go together: " + words(e), e);
        }
    }

    /// A server whose certificate and key are in one PKCS#12 file.
    public static SSLContext server(Path pkcs12, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(pkcs12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return server(store, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(pkcs12 + " cannot be used: " + words(e), e);
        }
    }

    /// A client that trusts the certificates in a PEM file and nobody else.
    public static SSLContext client(Path trusted) throws IOException {
        List<Certificate> certificates = certificates(trusted);
        try {
            KeyStore store = empty();
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(trusted + " cannot be used: " + words(e), e);
        }
    }

    /// A client that trusts whom Java trusts.
    static SSLContext usual() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be used: " + words(e), e);
        }
    }

    private static SSLContext server(KeyStore store, char[] password)
            throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NONE);
        return store;
    }

    private static List<Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            List<Certificate> found = List.copyOf(x509.generateCertificates(in));
            if (found.isEmpty()) {
                throw new IOException(file + " has no certificate in PEM");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " has no readable certificate: " + words(e), e);
        }
    }

    private static PrivateKey privateKey(Path file, String algorithm)
            throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(KEY_BEGIN);
        int end = text.indexOf(KEY_END, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            throw new IOException(
                    file
                            + " has no private key in PKCS#8 (BEGIN PRIVATE KEY, not encrypted);"
                            + " 'openssl pkcs8 -topk8 -nodes' makes one");
        }
        try {
            String encoded = text.substring(begin + KEY_BEGIN.length(), end);
            byte[] der = Base64.getMimeDecoder().decode(encoded);
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no PEM: " + e.getMessage(), e);
        }
    }

    /// Said at once: nobody looks for it behind a handshake that fails.
    private static boolean isPair(PublicKey shown, PrivateKey kept)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(signing(shown.getAlgorithm()));
        signature.initSign(kept);
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(shown);
        signature.update((byte) 1);
        return signature.verify(signed);
    }

    private static String signing(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
    }

    private static String words(GeneralSecurityException e) {
        return String.valueOf(e.getMessage());
    }
}
