package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import java.util.List;

/// One hop transaction (RFC 3261 §17.1.3, §17.2.3) as the finished fold knows it.
///
/// @param number from 1
/// @param endToEnd number of the end-to-end transaction: equal on every hop of one request
/// @param request message number of the request, 0 when unseen
/// @param responses message numbers of its responses
/// @param ack message number of the ACK that belongs to it (non-2xx), or 0
/// @param state RFC 3261 §17 state at the end: `trying`, `proceeding`, `completed`, `terminated` …
/// @param rfc2543 matched by RFC 2543 rules because the branch has no magic cookie
public record CallTransaction(
        int number,
        int endToEnd,
        Method method,
        int request,
        List<Integer> responses,
        int ack,
        String state,
        boolean rfc2543) {}
