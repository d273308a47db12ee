package io.callogram.analyzer.call;

import java.util.List;

/// One folded leg. Numbers of transactions and dialogs are those within its Call-ID, messages are
/// indices into its list.
///
/// @param summary what correlation needs to know of it
/// @param messages in protocol order, retransmissions folded
/// @param dialogs as they stand at the end
/// @param events all that was derived, in order
public record LegFold(
        LegSummary summary,
        List<LegMessage> messages,
        List<LegTransaction> transactions,
        List<LegDialog> dialogs,
        List<Caused> events) {}
