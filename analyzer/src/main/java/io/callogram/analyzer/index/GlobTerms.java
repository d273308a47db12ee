package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Glob;
import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The terms that a glob matches, by the same code that matches in memory. No automaton is built,
/// so no pattern can make one explode.
final class GlobTerms extends MultiTermQuery {

    private final Glob glob;

    GlobTerms(String field, Glob glob) {
        super(field, CONSTANT_SCORE_BLENDED_REWRITE);
        this.glob = glob;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        boolean seek = glob.fromStart() && !glob.isAnything();
        return new Matching(
                terms.iterator(),
                glob.compile(),
                seek ? new BytesRef(glob.pieces().getFirst()) : new BytesRef());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(getField())) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String field) {
        return getField() + ":" + glob;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GlobTerms that
                && getField().equals(that.getField())
                && glob.equals(that.glob);
    }

    @Override
    public int hashCode() {
        return 31 * getField().hashCode() + glob.hashCode();
    }

    private static final class Matching extends FilteredTermsEnum {

        private final Glob.Bytes glob;
        private final BytesRef prefix;

        Matching(TermsEnum terms, Glob.Bytes glob, BytesRef prefix) {
            super(terms);
            this.glob = glob;
            this.prefix = prefix;
            setInitialSeekTerm(prefix);
        }

        @Override
        protected AcceptStatus accept(BytesRef term) {
            if (!StringHelper.startsWith(term, prefix)) {
                return AcceptStatus.END;
            }
            return glob.matches(term.bytes, term.offset, term.length)
                    ? AcceptStatus.YES
                    : AcceptStatus.NO;
        }
    }
}
