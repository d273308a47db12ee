package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;

/// Receives calls as they are folded, in an order that depends on the capture alone.
///
/// @param <V> what is kept of a call
public interface Calls<V> {

    /// What to keep of a call. Called from any thread, several at once.
    V view(Call call);

    /// A call, or a call known before that has grown. Called from one thread.
    void put(String id, long start, V view);

    /// A call known before has become part of another. Called from the same thread.
    void retract(String id);
}
