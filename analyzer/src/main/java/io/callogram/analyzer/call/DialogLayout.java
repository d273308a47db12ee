package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.Dialog;
import io.callogram.analyzer.dialog.DialogEvent.ByeUnanswered;
import io.callogram.analyzer.dialog.DialogEvent.DialogAcknowledged;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogCreated;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.Dialogs;
import io.callogram.analyzer.dialog.TerminationCause;
import io.callogram.analyzer.transaction.Derived;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The dialogs of a leg with their messages, in order of creation.
final class DialogLayout {

    private final List<Row> rows = new ArrayList<>(1);

    private static final class Row {
        final int id;
        final int created;
        final long createdAt;
        int confirmed = -1;
        int acknowledged = -1;
        int ended = -1;
        long confirmedAt = -1;
        long endedAt = -1;
        @Nullable TerminationCause why;
        boolean byCaller;

        Row(int id, int created, long createdAt) {
            this.id = id;
            this.created = created;
            this.createdAt = createdAt;
        }
    }

    void add(Derived event, int message) {
        switch (event) {
            case DialogCreated e -> rows.add(new Row(e.dialog(), message, e.cause().time()));
            case DialogConfirmed e -> confirmed(row(e.dialog()), message, e.cause().time());
            case DialogAcknowledged e -> row(e.dialog()).acknowledged = message;
            case DialogTerminated e -> {
                Row row = row(e.dialog());
                row.ended = message;
                row.endedAt = e.cause().time();
                row.why = e.why();
                row.byCaller = e.byCaller();
            }
            case ByeUnanswered e -> row(e.dialog()).why = TerminationCause.BYE_UNANSWERED;
            default -> {}
        }
    }

    /// A late 2xx takes back that the early dialog ended.
    private static void confirmed(Row row, int message, long time) {
        row.confirmed = message;
        row.confirmedAt = time;
        row.ended = -1;
        row.endedAt = -1;
        row.why = null;
    }

    private Row row(int id) {
        for (int i = rows.size() - 1; i > 0; i--) {
            if (rows.get(i).id == id) {
                return rows.get(i);
            }
        }
        return rows.getFirst();
    }

    List<LegDialog> laidOut(Dialogs state) {
        List<LegDialog> all = new ArrayList<>(rows.size());
        for (Row r : rows) {
            Dialog dialog = state.at(r.id - 1);
            int early = r.created == r.confirmed ? -1 : r.created;
            all.add(
                    new LegDialog(
                            dialog,
                            r.created,
                            early,
                            r.confirmed,
                            r.acknowledged,
                            r.ended,
                            r.createdAt,
                            r.confirmedAt,
                            r.endedAt,
                            r.why,
                            r.byCaller));
        }
        return all;
    }
}
