package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/// Values as overlapping groups of three characters, so that a part of a value is a phrase. Marks
/// at both ends of a value make its beginning and its end parts like any other.
final class Trigrams extends TokenStream {

    static final FieldType TYPE = type();

    private static final int GROUP = 3;
    private static final char START = '\u0002';
    private static final char END = '\u0001';

    /// Wider than any phrase's step, so that no phrase runs on into the next value.
    private static final int GAP = 8;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);
    private final Collection<String> values;
    private Iterator<String> rest;
    private int[] points = {};
    private int at;

    Trigrams(Collection<String> values) {
        this.values = values;
        this.rest = values.iterator();
    }

    @Override
    public void reset() {
        rest = values.iterator();
        points = new int[0];
        at = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        increment.setPositionIncrement(1);
        if (at + GROUP > points.length) {
            if (!rest.hasNext()) {
                return false;
            }
            points = (START + rest.next() + END + END).codePoints().toArray();
            at = 0;
            increment.setPositionIncrement(GAP);
        }
        for (int i = at; i < at + GROUP; i++) {
            append(points[i]);
        }
        at++;
        return true;
    }

    private void append(int point) {
        if (Character.isBmpCodePoint(point)) {
            term.append((char) point);
        } else {
            term.append(Character.highSurrogate(point)).append(Character.lowSurrogate(point));
        }
    }

    /// Finds a glob of one piece: exactly the values that it matches.
    static Query find(String field, Glob glob) {
        String piece =
                (glob.fromStart() ? START : "")
                        + glob.pieces().getFirst()
                        + (glob.toEnd() ? END : "");
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
