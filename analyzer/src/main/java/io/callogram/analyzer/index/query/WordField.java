package io.callogram.analyzer.index.query;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.Facts;
import io.callogram.analyzer.index.record.Fold;
import io.callogram.analyzer.index.record.Party;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The fields of a call whose values are words, folded and bounded. Both evaluations read the
/// values here, so that they cannot differ in what a field holds.
public enum WordField {
    ID,
    NUMBER,
    FROM,
    FROM_NUMBER,
    TO,
    TO_NUMBER,
    CALLER,
    CALLER_NUMBER,
    CALLEE,
    CALLEE_NUMBER,
    CALL_ID,
    KIND,
    OUTCOME,
    OUTCOME_CLASS,
    METHOD,
    AGENT,
    SOURCE,
    SOURCE_NAME,
    FLOW,
    HINT,
    CONFIDENCE,
    /// What people noted: `Annotations` alone knows it.
    NOTE,
    /// Names and users of every party.
    NAME,
    /// What a bare word is looked for in: names, users, Call-IDs, user agents.
    TEXT;

    public Collection<String> values(CallRecord call) {
        Facts facts = call.facts();
        return switch (this) {
            case ID -> List.of(call.row().id());
            case NUMBER -> terms(facts.numbers());
            case FROM -> parties(facts.from());
            case FROM_NUMBER -> numbers(facts.from());
            case TO -> parties(facts.to());
            case TO_NUMBER -> numbers(facts.to());
            case CALLER -> parties(List.of(call.row().caller()));
            case CALLER_NUMBER -> numbers(List.of(call.row().caller()));
            case CALLEE -> parties(List.of(call.row().callee()));
            case CALLEE_NUMBER -> numbers(List.of(call.row().callee()));
            case CALL_ID -> terms(call.row().callIds());
            case KIND -> List.of(call.row().kind().slug());
            case OUTCOME -> List.of(call.row().outcome().slug());
            case OUTCOME_CLASS ->
                    call.row().outcomeClass() == null
                            ? List.of()
                            : terms(List.of(call.row().outcomeClass()));
            case METHOD -> terms(facts.methods());
            case AGENT -> terms(facts.agents());
            case SOURCE -> List.of("s" + call.row().source());
            case SOURCE_NAME -> terms(List.of(call.sourceName()));
            case FLOW -> flows(call);
            case HINT -> hints(call);
            case CONFIDENCE -> confidences(call);
            case NOTE -> List.of();
            case NAME -> names(call);
            case TEXT -> text(call);
        };
    }

    private static Collection<String> flows(CallRecord call) {
        Set<String> slugs = new LinkedHashSet<>();
        for (Flow flow : call.row().flows()) {
            slugs.add(flow.kind().slug());
        }
        return slugs;
    }

    private static Collection<String> hints(CallRecord call) {
        Set<String> slugs = new LinkedHashSet<>();
        for (Hint hint : call.row().hints()) {
            slugs.add(hint.kind().slug());
        }
        return slugs;
    }

    private static Collection<String> confidences(CallRecord call) {
        Set<String> slugs = new LinkedHashSet<>();
        for (Flow flow : call.row().flows()) {
            slugs.add(flow.confidence().slug());
        }
        return slugs;
    }

    private static Collection<String> names(CallRecord call) {
        Set<String> names = new LinkedHashSet<>();
        List<Party> parties = new ArrayList<>(call.facts().from());
        parties.addAll(call.facts().to());
        parties.add(call.row().caller());
        parties.add(call.row().callee());
        for (Party party : parties) {
            add(names, party.user());
            add(names, party.name());
        }
        return names;
    }

    private static Collection<String> text(CallRecord call) {
        Set<String> values = new LinkedHashSet<>(names(call));
        values.addAll(terms(call.row().callIds()));
        values.addAll(terms(call.facts().agents()));
        return values;
    }

    private static Collection<String> parties(List<Party> parties) {
        Set<String> values = new LinkedHashSet<>();
        for (Party party : parties) {
            add(values, party.user());
            add(values, party.name());
            if (!party.user().isEmpty() && !party.host().isEmpty()) {
                add(values, party.user() + "@" + party.host());
            }
        }
        return values;
    }

    private static Collection<String> numbers(List<Party> parties) {
        return terms(parties.stream().map(Party::number).toList());
    }

    private static Collection<String> terms(List<String> values) {
        if (values.size() == 1 && !values.getFirst().isEmpty()) {
            return List.of(Fold.term(values.getFirst()));
        }
        Set<String> terms = new LinkedHashSet<>();
        values.forEach(value -> add(terms, value));
        return terms;
    }

    private static void add(Set<String> values, String value) {
        if (!value.isEmpty()) {
            values.add(Fold.term(value));
        }
    }
}
