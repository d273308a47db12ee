package io.callogram.analyzer.event;

import java.util.List;

/// A state, what it makes of an observation, and how an event changes it.
///
/// @param <S> states
/// @param <I> observations
/// @param <E> events
public interface Machine<S, I, E> {

    S initial();

    /// What does this observation imply? The specification's rules, without changing anything.
    List<E> interpret(S state, I input);

    /// The one place where state changes.
    S evolve(S state, E event);
}
