package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

/// Values as overlapping groups of three characters, so that a part of a value is a phrase. Marks
/// at both ends of a value make its beginning and its end parts like any other.
final class Trigrams extends TokenStream {

    static final FieldType TYPE = type();

    private static final int GROUP = 3;
    private static final byte START = 2;
    private static final byte END = 1;

    /// Wider than any phrase's step, so that no phrase runs on into the next value.
    private static final int GAP = 8;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);
    private final BytesRef group = new BytesRef();
    private Collection<String> values = List.of();
    private Iterator<String> rest = Collections.emptyIterator();

    /// The value of now in UTF-8 with its marks, up to `end`; the next group begins `at`.
    private byte[] bytes = new byte[64];

    private int end;
    private int at;

    @Override
    public void reset() {
        rest = values.iterator();
        end = 0;
        at = 0;
    }

    @Override
    public boolean incrementToken() {
        int step = 1;
        int to = behindGroup();
        if (to > end) {
            if (!rest.hasNext()) {
                return false;
            }
            take(rest.next());
            to = behindGroup();
            step = GAP;
        }
        group.bytes = bytes;
        group.offset = at;
        group.length = to - at;
        term.setBytesRef(group);
        increment.setPositionIncrement(step);
        at = behind(at);
        return true;
    }

    /// Every value has three characters at least: its marks.
    private void take(String value) {
        bytes = ArrayUtil.growNoCopy(bytes, UnicodeUtil.maxUTF8Length(value.length()) + GROUP);
        bytes[0] = START;
        end = UnicodeUtil.UTF16toUTF8(value, 0, value.length(), bytes, 1);
        bytes[end++] = END;
        bytes[end++] = END;
        at = 0;
    }

    private int behindGroup() {
        return behind(behind(behind(at)));
    }

    /// Where the character ends that begins there.
    private int behind(int start) {
        int next = start + 1;
        while (next < end && (bytes[next] & 0xc0) == 0x80) {
            next++;
        }
        return next;
    }

    /// A field of values. Lucene hands back what it read the one before with.
    static final class Text extends Field {
        private final Collection<String> values;

        Text(String name, Collection<String> values) {
            super(name, TYPE);
            this.values = values;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
            Trigrams trigrams = reuse instanceof Trigrams last ? last : new Trigrams();
            trigrams.values = values;
            return trigrams;
        }
    }

    /// Finds a glob of one piece: exactly the values that it matches.
    static Query find(String field, Glob glob) {
        String piece =
                (glob.fromStart() ? Character.toString(START) : "")
                        + glob.pieces().getFirst()
                        + (glob.toEnd() ? Character.toString(END) : "");
        int[] points = piece.codePoints().toArray();
        if (points.length < GROUP) {
            return new PrefixQuery(new Term(field, piece));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int at : positions(points.length)) {
            phrase.add(new Term(field, new String(points, at, GROUP)), at);
        }
        return phrase.build();
    }

    /// Every third group, and the last: together they hold every character.
    private static List<Integer> positions(int length) {
        List<Integer> positions = new ArrayList<>();
        for (int at = 0; at < length - GROUP; at += GROUP) {
            positions.add(at);
        }
        positions.add(length - GROUP);
        return positions;
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
