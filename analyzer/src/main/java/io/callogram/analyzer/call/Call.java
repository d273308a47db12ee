package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of the list: legs that a person would call one call, folded.
///
/// @param id stable for the same log
/// @param caller who called first
/// @param callee whom they dialled
/// @param endedBy null when it did not end by a BYE or is not a conversation
/// @param media streams matched to it
/// @param source number of the capture that it is from
/// @param events all that was derived, in order
/// @param periods what was negotiated when, dialog by dialog
public record Call(
        String id,
        CallKind kind,
        Address caller,
        Address callee,
        Result result,
        Times times,
        @Nullable Ended endedBy,
        List<Leg> legs,
        List<CallDialog> dialogs,
        List<CallTransaction> transactions,
        List<CallMessage> messages,
        List<Node> nodes,
        List<MediaStream> media,
        int source,
        List<CallEvent> events,
        List<MediaPeriod> periods) {}
