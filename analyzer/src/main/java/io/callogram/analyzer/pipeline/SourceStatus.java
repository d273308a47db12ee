package io.callogram.analyzer.pipeline;

import io.callogram.capture.packet.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source as it stands at one moment.
///
/// @param number from 1, never used again
/// @param name what people call it
/// @param size bytes of the capture, -1 when unknown
/// @param consumed bytes read so far
/// @param messages SIP messages so far
/// @param calls entries so far
/// @param elapsed nanoseconds of reading so far
/// @param account where every packet went; null until everything was read, or up to now when it
///   grows
/// @param rtpStreams how many streams of media were counted
/// @param failure one sentence when it could not be read, or null
public record SourceStatus(
        int number,
        String name,
        State state,
        long size,
        long consumed,
        long messages,
        long calls,
        long elapsed,
        @Nullable Account account,
        List<Trouble> troubles,
        int rtpStreams,
        @Nullable String failure) {

    public enum State {
        READING,
        LIVE,
        READY,
        FAILED
    }

    static SourceStatus begin(int number, String name, long size) {
        return new SourceStatus(
                number, name, State.READING, size, 0, 0, 0, 0, null, List.of(), 0, null);
    }

    SourceStatus at(long nowConsumed, long nowMessages, long nowCalls, long nowElapsed) {
        return new SourceStatus(
                number,
                name,
                state,
                size,
                nowConsumed,
                nowMessages,
                nowCalls,
                nowElapsed,
                account,
                troubles,
                rtpStreams,
                failure);
    }

    static SourceStatus follow(int number, String name) {
        return new SourceStatus(
                number, name, State.LIVE, -1, 0, 0, 0, 0, Account.EMPTY, List.of(), 0, null);
    }

    /// Of a source that was read to its end before.
    static SourceStatus kept(
            int number,
            String name,
            long size,
            long calls,
            long elapsed,
            Account account,
            List<Trouble> troubles,
            int rtpStreams) {
        return new SourceStatus(
                number,
                name,
                State.READY,
                size,
                size,
                account.sip(),
                calls,
                elapsed,
                account,
                List.copyOf(troubles),
                rtpStreams,
                null);
    }

    SourceStatus named(String newName) {
        return new SourceStatus(
                number,
                newName,
                state,
                size,
                consumed,
                messages,
                calls,
                elapsed,
                account,
                troubles,
                rtpStreams,
                failure);
    }

    SourceStatus shown(Analyzed soFar, long nowConsumed, long nowCalls, long nowElapsed) {
        return new SourceStatus(
                number,
                name,
                state,
                size,
                nowConsumed,
                soFar.account().sip(),
                nowCalls,
                nowElapsed,
                soFar.account(),
                soFar.troubles(),
                soFar.streams().count(),
                failure);
    }

    SourceStatus ready(Analyzed analyzed, long allCalls, long allElapsed) {
        return new SourceStatus(
                number,
                name,
                State.READY,
                state == State.LIVE ? consumed : size,
                state == State.LIVE ? consumed : size,
                analyzed.account().sip(),
                allCalls,
                allElapsed,
                analyzed.account(),
                analyzed.troubles(),
                analyzed.streams().count(),
                null);
    }

    SourceStatus failed(String sentence) {
        return new SourceStatus(
                number,
                name,
                State.FAILED,
                size,
                consumed,
                messages,
                calls,
                elapsed,
                account,
                troubles,
                rtpStreams,
                sentence);
    }
}
