package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;

/// Receives calls as they are folded, in an order that depends on the capture alone.
///
/// @param <V> what is kept of a call
public interface Calls<V> {

    /// What to keep of a call. Called from any thread, several at once.
    V view(Call call);

    /// What to keep of a call meanwhile, of which more may come.
    default V soFar(Call call) {
        return view(call);
    }

    /// A call. Called from one thread.
    ///
    /// @param again it was put before, and has grown
    void put(String id, long start, V view, boolean again);

    /// A call known before has become part of another. Called from the same thread.
    void retract(String id);
}
