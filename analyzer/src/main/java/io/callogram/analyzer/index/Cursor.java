package io.callogram.analyzer.index;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;

/// The last call of a page by its sort values, as opaque text: it stays valid while calls come and
/// go, which a row number would not.
final class Cursor {

    private static final int SIZE = 2 + 8 + 8;

    private Cursor() {}

    static String of(Order order, FieldDoc last) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.putShort((short) order.written().hashCode());
        for (Object value : last.fields) {
            bytes.putLong((Long) value);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static FieldDoc read(Order order, String written) throws UnusableCursor {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException _) {
            throw new UnusableCursor();
        }
        ByteBuffer bytes = ByteBuffer.wrap(decoded);
        if (decoded.length != SIZE || bytes.getShort() != (short) order.written().hashCode()) {
            throw new UnusableCursor();
        }
        Object[] values = {bytes.getLong(), bytes.getLong()};
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
    }
}
