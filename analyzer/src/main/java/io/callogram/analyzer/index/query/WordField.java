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

    /// Few values are found among each other fastest in a list.
    private static final int FEW = 16;

    private static Collection<String> flows(CallRecord call) {
        List<Flow> flows = call.row().flows();
        Collection<String> slugs = room(flows.size());
        for (int i = 0; i < flows.size(); i++) {
            addOnce(slugs, flows.get(i).kind().slug());
        }
        return slugs;
    }

    private static Collection<String> hints(CallRecord call) {
        List<Hint> hints = call.row().hints();
        Collection<String> slugs = room(hints.size());
        for (int i = 0; i < hints.size(); i++) {
            addOnce(slugs, hints.get(i).kind().slug());
        }
        return slugs;
    }

    private static Collection<String> confidences(CallRecord call) {
        List<Flow> flows = call.row().flows();
        Collection<String> slugs = room(flows.size());
        for (int i = 0; i < flows.size(); i++) {
            addOnce(slugs, flows.get(i).confidence().slug());
        }
        return slugs;
    }

    private static Collection<String> names(CallRecord call) {
        List<Party> from = call.facts().from();
        List<Party> to = call.facts().to();
        Collection<String> names = room(2 * (from.size() + to.size() + 2));
        names(names, from);
        names(names, to);
        names(names, List.of(call.row().caller(), call.row().callee()));
        return names;
    }

    private static void names(Collection<String> names, List<Party> parties) {
        for (int i = 0; i < parties.size(); i++) {
            add(names, parties.get(i).user());
            add(names, parties.get(i).name());
        }
    }

    private static Collection<String> text(CallRecord call) {
        Set<String> values = new LinkedHashSet<>(names(call));
        values.addAll(terms(call.row().callIds()));
        values.addAll(terms(call.facts().agents()));
        return values;
    }

    private static Collection<String> parties(List<Party> parties) {
        Collection<String> values = room(3 * parties.size());
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            add(values, party.user());
            add(values, party.name());
            if (!party.user().isEmpty() && !party.host().isEmpty()) {
                add(values, party.user() + "@" + party.host());
            }
        }
        return values;
    }

    private static Collection<String> numbers(List<Party> parties) {
        Collection<String> numbers = room(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            add(numbers, parties.get(i).number());
        }
        return numbers;
    }

    private static Collection<String> terms(List<String> values) {
        Collection<String> terms = room(values.size());
        for (int i = 0; i < values.size(); i++) {
            add(terms, values.get(i));
        }
        return terms;
    }

    /// Empty, for so many values at most.
    private static Collection<String> room(int most) {
        return most <= FEW ? new ArrayList<>(most) : new LinkedHashSet<>();
    }

    private static void add(Collection<String> values, String value) {
        if (!value.isEmpty()) {
            addOnce(values, Fold.term(value));
        }
    }

    private static void addOnce(Collection<String> values, String term) {
        if (values instanceof Set || !values.contains(term)) {
            values.add(term);
        }
    }
}
