package io.callogram.analyzer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.story.Language;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void hasWordsForEveryFlowInEveryLanguage() {
        for (FlowEntry entry : FlowEntry.all()) {
            for (Language language : Language.values()) {
                assertThat(entry.name(language)).as(entry.kind().slug()).isNotBlank();
                assertThat(entry.is(language)).as(entry.kind().slug()).endsWith(stop(language));
                assertThat(entry.when(language)).as(entry.kind().slug()).endsWith(stop(language));
            }
            assertThat(entry.standards()).as(entry.kind().slug()).isNotEmpty();
        }
    }

    @Test
    void hasWordsForEveryTermInEveryLanguage() {
        assertThat(Term.all()).isNotEmpty();
        for (Term term : Term.all()) {
            for (Language language : Language.values()) {
                assertThat(term.name(language)).isNotBlank();
                assertThat(term.is(language)).as(term.slug()).endsWith(stop(language));
                assertThat(term.not(language)).as(term.slug()).endsWith(stop(language));
            }
            assertThat(term.standards()).isNotEmpty();
        }
    }

    private static String stop(Language language) {
        return language == Language.ZH ? "。" : ".";
    }

    @Test
    void everyFlowHasItsGroup() {
        for (FlowEntry entry : FlowEntry.all()) {
            assertThat(entry.group() == Group.TAG).isEqualTo(entry.kind().isTag());
        }
        assertThat(FlowEntry.of(FlowKind.HOLD).group()).isEqualTo(Group.SERVICE);
        assertThat(FlowEntry.of(FlowKind.BUSY).group()).isEqualTo(Group.FAILURE);
        assertThat(FlowEntry.of(FlowKind.DEREGISTER).group()).isEqualTo(Group.REGISTRATION);
    }

    @Test
    void knowsWhereRfcsCanBeRead() {
        assertThat(new Standard("RFC 3264 §8.4").url())
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc3264#section-8.4");
        assertThat(new Standard("RFC 3911").url())
                .isEqualTo("https://www.rfc-editor.org/rfc/rfc3911");
        assertThat(new Standard("TS 24.610").url()).isEmpty();
    }
}
