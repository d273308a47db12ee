package io.callogram.analyzer.sip;

import java.util.ArrayList;
import java.util.List;

/// One part of a multipart body (RFC 2046 §5.1), for people.
///
/// @param depth 1 for a part of the body, 2 for a part of such a part
/// @param offset where its header begins in the message
/// @param bodyOffset where its content begins in the message
/// @param bodyLength bytes of content
/// @param type media type with its parameters
public record BodyPart(
        int depth,
        int offset,
        int bodyOffset,
        int bodyLength,
        String type,
        List<HeaderLine> headers) {

    static List<BodyPart> of(byte[] bytes, int offset, BodyRange body) {
        String type = body.multipart;
        if (type == null) {
            return List.of();
        }
        List<BodyPart> parts = new ArrayList<>();
        Lines lines = new Lines(FieldNames.DEFAULT, new Problems());
        Multipart.walk(
                bytes,
                body.at,
                body.end,
                type,
                (depth, headerAt, bodyAt, bodyEnd, partType) -> {
                    lines.over(bytes, bodyAt);
                    lines.cut(headerAt);
                    List<HeaderLine> headers = HeaderLine.of(bytes, offset, lines);
                    parts.add(
                            new BodyPart(
                                    depth,
                                    headerAt - offset,
                                    bodyAt - offset,
                                    Math.max(0, bodyEnd - bodyAt),
                                    partType,
                                    headers));
                    return true;
                });
        return List.copyOf(parts);
    }
}
