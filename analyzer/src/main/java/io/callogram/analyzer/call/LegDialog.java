package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.Dialog;
import io.callogram.analyzer.dialog.TerminationCause;
import org.jspecify.annotations.Nullable;

/// One dialog of a leg with what made it what it is. Messages are indices into the leg's list, -1
/// for none; times are nanoseconds, -1 for none.
///
/// @param dialog as it stands at the end
/// @param created message that made it
/// @param early message that made it early, -1 when it was confirmed at once
/// @param ended message that ended it; -1 also when time did
/// @param why null while it lasts
/// @param byCaller the BYE came from the caller's side
public record LegDialog(
        Dialog dialog,
        int created,
        int early,
        int confirmed,
        int acknowledged,
        int ended,
        long createdAt,
        long confirmedAt,
        long endedAt,
        @Nullable TerminationCause why,
        boolean byCaller) {}
