package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.AmountField;
import io.callogram.analyzer.index.query.WordField;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.RecordBytes;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.packet.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/// How a call becomes a document. A change here needs another `SCHEMA`.
final class CallDocuments {

    /// Says which form the index on disk has.
    static final String SCHEMA = "6." + RecordBytes.VERSION;

    static final String ID = name(WordField.ID);
    static final String RECORD = "record";
    static final String PLACE = "place";
    static final String ADDRESS = "address";

    /// Which reading of its source found the call.
    static final String PASS = "pass";

    /// Status code that the first caller got.
    static final String RESULT = "result";

    /// Orders calls that began in the same nanosecond.
    static final String TIE = "tie";

    private static final int POSITION_BITS = 48;

    /// So many positions of a source can be told apart.
    static final long POSITIONS = 1L << POSITION_BITS;

    private CallDocuments() {}

    static Document of(CallRecord call, int pass) {
        Document document = new Document();
        document.add(new IntPoint(PASS, pass));
        document.add(new NumericDocValuesField(TIE, tie(call.row().id())));
        if (call.row().code() > 0) {
            document.add(new NumericDocValuesField(RESULT, call.row().code()));
        }
        document.add(new StoredField(RECORD, RecordBytes.pack(call)));
        Set<String> text = new LinkedHashSet<>();
        for (WordField field : WordField.values()) {
            if (field == WordField.TEXT) {
                continue; // is what others are
            }
            Collection<String> values = field.values(call);
            words(document, field, values);
            if (isReversed(field)) {
                reversed(document, field, values);
            } else if (field == WordField.NUMBER) {
                trigrams(document, field, values);
            } else if (field == WordField.NAME || field == WordField.CALL_ID) {
                text.addAll(values);
            }
        }
        trigrams(document, WordField.TEXT, text);
        for (AmountField field : AmountField.values()) {
            amounts(document, field, field.values(call));
        }
        for (IpAddress address : call.facts().addresses()) {
            document.add(new InetAddressPoint(ADDRESS, inet(address)));
        }
        for (Where place : call.places()) {
            document.add(new LongPoint(PLACE, place(place.source(), place.position())));
        }
        return document;
    }

    private static void words(Document document, WordField field, Collection<String> values) {
        for (String value : values) {
            document.add(
                    isFacet(field)
                            ? new KeywordField(name(field), value, Field.Store.NO)
                            : new StringField(name(field), value, Field.Store.NO));
        }
    }

    private static void reversed(Document document, WordField field, Collection<String> values) {
        for (String value : values) {
            document.add(new StringField(reversed(field), reversed(value), Field.Store.NO));
        }
    }

    private static void trigrams(Document document, WordField field, Collection<String> values) {
        if (!values.isEmpty()) {
            document.add(new Field(trigrams(field), new Trigrams(values), Trigrams.TYPE));
        }
    }

    private static void amounts(Document document, AmountField field, long[] values) {
        for (long value : values) {
            document.add(new LongPoint(name(field), value));
        }
        if (isSortable(field) && values.length > 0) {
            document.add(new NumericDocValuesField(name(field), values[0]));
        }
    }

    static boolean hasTrigrams(WordField field) {
        return field == WordField.NUMBER || field == WordField.TEXT;
    }

    static String trigrams(WordField field) {
        return name(field) + "3";
    }

    /// Whether there is a dictionary of its values from behind: an end is a beginning there.
    static boolean isReversed(WordField field) {
        return field == WordField.FROM_NUMBER
                || field == WordField.TO_NUMBER
                || field == WordField.CALLER_NUMBER
                || field == WordField.CALLEE_NUMBER;
    }

    static String reversed(WordField field) {
        return name(field) + "_reversed";
    }

    static String reversed(String value) {
        return new StringBuilder(value).reverse().toString();
    }

    static boolean isFacet(WordField field) {
        return field == WordField.OUTCOME
                || field == WordField.KIND
                || field == WordField.SOURCE
                || field == WordField.FLOW;
    }

    private static boolean isSortable(AmountField field) {
        return field != AmountField.CODE && field != AmountField.PORT;
    }

    static String name(WordField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static String name(AmountField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static long place(int source, long position) {
        long within = (1L << POSITION_BITS) - 1;
        return ((long) source << POSITION_BITS) | (position & within);
    }

    static InetAddress inet(IpAddress address) {
        ByteBuffer bytes = ByteBuffer.allocate(address.v6() ? 16 : 4);
        if (address.v6()) {
            bytes.putLong(address.high()).putLong(address.low());
        } else {
            bytes.putInt((int) address.low());
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static long tie(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
