package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.AmountField;
import io.callogram.analyzer.index.query.WordField;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.RecordBytes;
import io.callogram.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/// How a call becomes a document. A change here needs another `SCHEMA`.
final class CallDocuments {

    /// Says which form the index on disk has.
    static final String SCHEMA = "8." + RecordBytes.VERSION;

    private static final String[] WORDS = names(WordField.values());
    private static final String[] AMOUNTS = names(AmountField.values());
    private static final String[] TRIGRAMS = with(WORDS, "3");
    private static final String[] REVERSED = with(WORDS, "_reversed");
    private static final WordField[] WORD_FIELDS = WordField.values();
    private static final AmountField[] AMOUNT_FIELDS = AmountField.values();

    static final String ID = name(WordField.ID);
    static final String RECORD = "record";
    static final String ADDRESS = "address";

    /// Which reading of its source found the call.
    static final String PASS = "pass";

    /// Status code that the first caller got.
    static final String RESULT = "result";

    /// Orders calls that began in the same nanosecond.
    static final String TIE = "tie";

    private static final int USUAL_FIELDS = 96;

    private CallDocuments() {}

    static List<IndexableField> of(CallRecord call, int pass) {
        List<IndexableField> document = new ArrayList<>(USUAL_FIELDS);
        document.add(new NumericDocValuesField(PASS, pass));
        document.add(new NumericDocValuesField(TIE, tie(call.row().id())));
        if (call.row().code() > 0) {
            document.add(new NumericDocValuesField(RESULT, call.row().code()));
        }
        document.add(new BinaryDocValuesField(RECORD, new BytesRef(RecordBytes.pack(call))));
        List<String> text = new ArrayList<>();
        for (WordField field : WORD_FIELDS) {
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
        for (AmountField field : AMOUNT_FIELDS) {
            amounts(document, field, field.values(call));
        }
        for (IpAddress address : call.facts().addresses()) {
            document.add(Points.address(ADDRESS, address));
        }
        Spans.add(document, call.places());
        return document;
    }

    private static void words(
            List<IndexableField> document, WordField field, Collection<String> values) {
        for (String value : values) {
            document.add(
                    isFacet(field)
                            ? new KeywordField(name(field), value, Field.Store.NO)
                            : new StringField(name(field), value, Field.Store.NO));
        }
    }

    private static void reversed(
            List<IndexableField> document, WordField field, Collection<String> values) {
        for (String value : values) {
            document.add(new StringField(reversed(field), reversed(value), Field.Store.NO));
        }
    }

    private static void trigrams(
            List<IndexableField> document, WordField field, Collection<String> values) {
        if (!values.isEmpty()) {
            document.add(new Trigrams.Text(trigrams(field), values));
        }
    }

    private static void amounts(List<IndexableField> document, AmountField field, long[] values) {
        for (long value : values) {
            document.add(Points.amount(name(field), value));
        }
        if (isSortable(field) && values.length > 0) {
            document.add(new NumericDocValuesField(name(field), values[0]));
        }
    }

    static boolean hasTrigrams(WordField field) {
        return field == WordField.NUMBER || field == WordField.TEXT;
    }

    static String trigrams(WordField field) {
        return TRIGRAMS[field.ordinal()];
    }

    /// Whether there is a dictionary of its values from behind: an end is a beginning there.
    static boolean isReversed(WordField field) {
        return field == WordField.FROM_NUMBER
                || field == WordField.TO_NUMBER
                || field == WordField.CALLER_NUMBER
                || field == WordField.CALLEE_NUMBER;
    }

    static String reversed(WordField field) {
        return REVERSED[field.ordinal()];
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
        return WORDS[field.ordinal()];
    }

    static String name(AmountField field) {
        return AMOUNTS[field.ordinal()];
    }

    private static String[] names(Enum<?>[] fields) {
        return Arrays.stream(fields)
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static String[] with(String[] names, String end) {
        return Arrays.stream(names).map(name -> name + end).toArray(String[]::new);
    }

    private static long tie(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
