package io.callogram.capture.decode;

import java.util.ArrayList;
import java.util.List;

/// The path of one packet through its layers, for people. The decoder itself walks it; only the
/// naming of the fields is added.
public final class Layers {

    /// One layer: its name, where it lies in the packet, and what its header says.
    public record Described(String name, int offset, int length, List<Field> fields) {}

    /// A header field as text.
    public record Field(String name, String value) {}

    private Layers() {}

    /// Describes the `captured` bytes at `start`; offsets in the result count from there.
    public static List<Described> of(
            byte[] bytes, int start, int captured, int original, int link) {
        Decoded decoded = new Decoded();
        Decoder.decode(bytes, start, captured, original, link, decoded);
        List<Described> path = new ArrayList<>();
        for (int i = 0; i < decoded.steps; i++) {
            int from = decoded.layerStart[i];
            int to = i + 1 < decoded.steps ? decoded.layerStart[i + 1] : decoded.at;
            int length = Math.max(0, Math.min(to, start + captured) - from);
            if (decoded.layers[i] == Layer.HEP3) {
                // Its chunks stand before and behind the payload.
                length = start + captured - from;
            }
            List<Field> fields = new ArrayList<>();
            LayerFields.describe(decoded.layers[i], new HeaderText(bytes, from, length, fields));
            path.add(
                    new Described(
                            decoded.layers[i].title(), from - start, length, List.copyOf(fields)));
        }
        path.add(verdict(decoded, start));
        return List.copyOf(path);
    }

    private static Described verdict(Decoded decoded, int start) {
        List<Field> fields = new ArrayList<>();
        boolean read = decoded.kind != Decoded.Kind.REFUSED && decoded.kind != Decoded.Kind.OTHER;
        fields.add(
                new Field(
                        "Verdict",
                        read ? decoded.kind.name().replace('_', ' ') : decoded.reason.slug()));
        fields.add(new Field("Length", Integer.toString(decoded.length())));
        if (decoded.truncated()) {
            fields.add(new Field("Not captured", decoded.missing() + " bytes"));
        }
        return new Described(
                Layer.PAYLOAD.title(), decoded.at - start, decoded.length(), List.copyOf(fields));
    }
}
