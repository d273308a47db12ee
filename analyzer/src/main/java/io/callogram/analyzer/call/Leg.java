package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import org.jspecify.annotations.Nullable;

/// One initial request with its re-submissions, and all the dialogs it made.
///
/// @param number from 1, in order of first message
/// @param method of the initial request (or of the first request seen)
/// @param from who asked
/// @param to whom (the To of the initial request)
/// @param target Request-URI of the initial request, or null when it was not seen
/// @param link why it is in this call; null for the first leg
/// @param first number of its first message
/// @param last number of its last message
/// @param startUnseen the capture began after this leg did
public record Leg(
        int number,
        String callId,
        Method method,
        Address from,
        Address to,
        @Nullable Address target,
        @Nullable Link link,
        int first,
        int last,
        boolean startUnseen) {}
