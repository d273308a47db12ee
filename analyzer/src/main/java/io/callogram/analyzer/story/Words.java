package io.callogram.analyzer.story;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Node;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintText;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Escaped;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Reasons;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values as they stand in a sentence. Whatever came from the wire is made safe to read.
final class Words {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PROOF = 240;
    private static final int MOST_CODECS = 6;

    private final Call call;
    private final Language language;
    private final Sentences sentences;

    Words(Call call, Language language) {
        this.call = call;
        this.language = language;
        this.sentences = Sentences.of(language);
    }

    Language language() {
        return language;
    }

    Sentences sentences() {
        return sentences;
    }

    /// The same, with as much doubt as there is.
    String certain(Confidence confidence, String name) {
        return switch (confidence) {
            case HIGH -> name;
            case MEDIUM -> phrase("S.PROBABLY", "name", name);
            case LOW -> phrase("S.POSSIBLY", "name", name);
        };
    }

    String phrase(String key) {
        return sentences.text(key, Map.of());
    }

    String phrase(String key, String name, String value) {
        return sentences.text(key, Map.of(name, value));
    }

    String phrase(String key, Map<String, String> values) {
        return sentences.text(key, values);
    }

    /// A server that goes by what it is gets its article.
    String node(int index) {
        if (index < 0 || index >= call.nodes().size()) {
            return "?";
        }
        Node node = call.nodes().get(index);
        String name = safe(node.name());
        boolean plain = !node.role().equals("ua") && !Character.isDigit(name.charAt(0));
        boolean numbered =
                name.indexOf(' ') > 0 && Character.isDigit(name.charAt(name.length() - 1));
        return language == Language.EN && plain && !numbered ? "the " + name : name;
    }

    String name(Address address) {
        int end = address.user().indexOf(';');
        String user = end > 0 ? address.user().substring(0, end) : address.user();
        return safe(user.isEmpty() ? address.host() : user);
    }

    /// User and host, as people write an account.
    String account(Address address) {
        String host =
                address.host().indexOf(':') >= 0 ? "[" + address.host() + "]" : address.host();
        String port = address.port() > 0 ? ":" + address.port() : "";
        return safe(address.user().isEmpty() ? host + port : address.user() + "@" + host + port);
    }

    String contact(@Nullable Address address) {
        return address == null ? "?" : account(address);
    }

    static String safe(String text) {
        return Escaped.excerpt(text, LONGEST_NAME);
    }

    static String quoted(String value) {
        return Escaped.excerpt(value, LONGEST_PROOF);
    }

    /// A header line as on the wire, or empty.
    static String header(Sighting sighting, Mark mark) {
        String value = sighting.first(mark);
        return value == null ? "" : Escaped.excerpt(mark.field() + ": " + value, LONGEST_PROOF);
    }

    /// Seconds with one decimal, whole ones without.
    String seconds(long nanos) {
        if (nanos < 0) {
            return "-" + seconds(-nanos);
        }
        long tenths = (nanos + 50_000_000L) / 100_000_000L;
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    String reason(int status) {
        return Reasons.of(status);
    }

    /// Code and its phrase: `404 Not Found`.
    String code(int status) {
        return (status + " " + Reasons.of(status)).trim();
    }

    String meaning(int status) {
        String key = "C." + status;
        return phrase(sentences.has(key) ? key : "C." + status / 100 + "xx");
    }

    String event(@Nullable String value) {
        if (value == null) {
            return phrase("E.none");
        }
        int end = value.indexOf(';');
        String name = (end < 0 ? value : value.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        return sentences.has("E." + name)
                ? phrase("E." + name)
                : phrase("E.other", "event", safe(name));
    }

    /// What a Reason says beside the method (RFC 3326), or empty.
    String cause(Sighting sighting) {
        String value = sighting.first(Mark.REASON);
        return value == null ? "" : phrase("X.CAUSE", "cause", Causes.of(value, sentences));
    }

    String hint(Hint hint) {
        return HintText.of(hint, language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH)
                .meaning();
    }

    static @Nullable Media audio(SessionDescription session) {
        for (Media media : session.media()) {
            if (media.kind().equals("audio") && media.port() > 0) {
                return media;
            }
        }
        return null;
    }

    /// The stream that matters: audio, else the first that is not rejected.
    static @Nullable Media main(SessionDescription session) {
        Media audio = audio(session);
        if (audio != null) {
            return audio;
        }
        for (Media media : session.media()) {
            if (media.port() > 0) {
                return media;
            }
        }
        return null;
    }

    static String codecs(Media media) {
        List<String> names = new ArrayList<>();
        for (String codec : media.codecs()) {
            if (!codec.equalsIgnoreCase("telephone-event") && !names.contains(codec)) {
                names.add(safe(codec));
            }
        }
        if (names.isEmpty()) {
            return safe(media.proto());
        }
        boolean many = names.size() > MOST_CODECS;
        return String.join("/", names.subList(0, many ? MOST_CODECS : names.size()))
                + (many ? "/…" : "");
    }

    /// Where the media is wanted, with the direction when it is not the default.
    String address(Media media) {
        boolean v6 = media.connection().indexOf(':') >= 0;
        String host = v6 ? "[" + media.connection() + "]" : media.connection();
        String direction =
                media.direction() == Direction.SENDRECV ? "" : " (" + direction(media) + ")";
        return safe(host + ":" + media.port()) + direction;
    }

    /// The attribute as on the wire; the old way of holding too.
    String direction(Media media) {
        String direction =
                media.explicit() || media.direction() != Direction.SENDRECV
                        ? "a=" + media.direction().name().toLowerCase(Locale.ROOT)
                        : phrase("X.SENDRECV");
        boolean nowhere = media.connection().equals("0.0.0.0") || media.connection().equals("::");
        if (!nowhere) {
            return direction;
        }
        String connection = "c=" + media.connection();
        return media.explicit() && media.direction() != Direction.SENDRECV
                ? connection + ", " + direction
                : connection;
    }
}
