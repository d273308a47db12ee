package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import java.util.List;

/// One hop transaction of a leg; messages are indices into the leg's list, -1 for none.
///
/// @param upstream hop transaction that it forwards, 0 at the request's origin
/// @param state where it stands at the end (RFC 3261 §17)
public record LegTransaction(
        int id,
        int endToEnd,
        int upstream,
        Method method,
        int request,
        List<Integer> responses,
        int ack,
        String state,
        boolean rfc2543) {}
