package io.callogram.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The static pages and the libraries they use, from the class path. Only names that could be one
/// of these files are looked up at all.
final class Assets {

    private static final String NAMES =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./@";
    private static final int LONGEST = 200;
    private static final String IMPORT_MAP = "<script type=\"importmap\">";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "json", "application/json",
                    "woff2", "font/woff2",
                    "map", "application/json");

    /// A file with its validator.
    record Asset(byte[] bytes, String type, String tag) {}

    private final String root;
    private final Map<String, Optional<Asset>> loaded = new ConcurrentHashMap<>();
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /// @param root folder of the class path that holds `index.html`
    Assets(String root) {
        this.root = root;
    }

    /// A file of the pages.
    Optional<Asset> page(String path) {
        return isName(path) ? load(root + "/" + path) : Optional.empty();
    }

    /// The description of the interface.
    static Asset description() {
        return read("openapi.json")
                .orElseThrow(() -> new IllegalStateException("openapi.json is missing"));
    }

    /// A file of a library's WebJar, whatever its version.
    Optional<Asset> library(String artifact, String path) {
        if (!isName(path) || !isName(artifact) || artifact.indexOf('/') >= 0) {
            return Optional.empty();
        }
        String version = versions.computeIfAbsent(artifact, Assets::version);
        return version.isEmpty()
                ? Optional.empty()
                : load("META-INF/resources/webjars/" + artifact + "/" + version + "/" + path);
    }

    /// SHA-256 of the page's import map, empty without one: no browser takes one from a file.
    String importMapHash() {
        String page =
                page("index.html")
                        .map(asset -> new String(asset.bytes(), StandardCharsets.UTF_8))
                        .orElse("");
        int from = page.indexOf(IMPORT_MAP);
        int to = page.indexOf("</script>", Math.max(0, from));
        if (from < 0 || to < 0) {
            return "";
        }
        String map = page.substring(from + IMPORT_MAP.length(), to);
        return Base64.getEncoder().encodeToString(sha256(map.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Asset> load(String resource) {
        return loaded.size() > 4096
                ? read(resource)
                : loaded.computeIfAbsent(resource, Assets::read);
    }

    private static Optional<Asset> read(String resource) {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            String tag = "\"" + HexFormat.of().formatHex(sha256(bytes), 0, 8) + "\"";
            return Optional.of(new Asset(bytes, type, tag));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String version(String artifact) {
        String resource = "META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return "";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isName(String path) {
        return path.length() <= LONGEST
                && !path.startsWith("/")
                && !path.contains("..")
                && !path.contains("//")
                && path.chars().allMatch(c -> NAMES.indexOf(c) >= 0);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
