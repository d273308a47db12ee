package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.Dialog;
import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.DialogEvent.ByeUnanswered;
import io.callogram.analyzer.dialog.DialogEvent.DialogAcknowledged;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogCreated;
import io.callogram.analyzer.dialog.DialogEvent.DialogRequested;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.DialogEvent.RequestCancelled;
import io.callogram.analyzer.dialog.DialogEvent.TagLearned;
import io.callogram.analyzer.dialog.Dialogs;
import io.callogram.analyzer.dialog.TerminationCause;
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

    /// An event about a dialog that another leg of the Call-ID made changes nothing here.
    void add(DialogEvent event, int message) {
        if (event instanceof DialogCreated e) {
            rows.add(new Row(e.dialog(), message, e.cause().time()));
            return;
        }
        Row row = row(dialog(event));
        if (row != null) {
            changed(row, event, message);
        }
    }

    /// Number of the dialog that the event names, 0 for none.
    static int dialog(DialogEvent event) {
        return switch (event) {
            case DialogCreated e -> e.dialog();
            case DialogConfirmed e -> e.dialog();
            case DialogAcknowledged e -> e.dialog();
            case DialogTerminated e -> e.dialog();
            case ByeUnanswered e -> e.dialog();
            case TagLearned e -> e.dialog();
            case DialogRequested _, RequestCancelled _ -> 0;
        };
    }

    private static void changed(Row row, DialogEvent event, int message) {
        switch (event) {
            case DialogConfirmed e -> confirmed(row, message, e.cause().time());
            case DialogAcknowledged _ -> row.acknowledged = message;
            case DialogTerminated e -> {
                row.ended = message;
                row.endedAt = e.cause().time();
                row.why = e.why();
                row.byCaller = e.byCaller();
            }
            case ByeUnanswered _ -> row.why = TerminationCause.BYE_UNANSWERED;
            case DialogCreated _, TagLearned _, DialogRequested _, RequestCancelled _ -> {}
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

    private @Nullable Row row(int id) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).id == id) {
                return rows.get(i);
            }
        }
        return null;
    }

    List<LegDialog> laidOut(Dialogs state) {
        List<LegDialog> all = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row r = rows.get(i);
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
