package io.callogram.analyzer.dialog;

import io.callogram.analyzer.transaction.TransactionEvent;
import org.jspecify.annotations.Nullable;

/// What the session machine observes: a transaction event, and the dialog its message is in.
public record Exchange(TransactionEvent event, @Nullable Dialog dialog) {}
