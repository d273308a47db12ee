package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.HopTransaction;
import io.callogram.analyzer.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;

/// The hop transactions of a leg with their messages, laid out in order of first message.
final class TransactionLayout {

    private final Transactions live;
    private final List<Row> rows = new ArrayList<>(4);

    private static final class Row {
        final int id;
        final int endToEnd;
        final int upstream;
        final Method method;
        final boolean rfc2543;
        int request = -1;
        int ack = -1;
        List<Integer> responses = List.of();

        Row(Trail t, Sighting s) {
            id = t.transaction();
            endToEnd = t.endToEnd();
            upstream = t.upstream();
            method = s.method();
            rfc2543 = !s.magic();
        }

        void answeredBy(int message) {
            responses = responses.isEmpty() ? new ArrayList<>(3) : responses;
            responses.add(message);
        }
    }

    TransactionLayout(Transactions live) {
        this.live = live;
    }

    void add(Trail t, Sighting s, int index) {
        if (t.transaction() == 0) {
            return;
        }
        Row row = row(t, s);
        if (!s.isRequest()) {
            row.answeredBy(index);
        } else if (s.method() == Method.ACK && row.method == Method.INVITE) {
            row.ack = index;
        } else {
            row.request = index;
        }
    }

    /// Rows stand in rising order of number.
    private Row row(Trail t, Sighting s) {
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).id >= t.transaction(); i--) {
            if (rows.get(i).id == t.transaction()) {
                return rows.get(i);
            }
        }
        Row row = new Row(t, s);
        rows.add(row);
        return row;
    }

    List<LegTransaction> laidOut() {
        List<LegTransaction> all = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            HopTransaction alive = live.byId(row.id);
            String state = alive == null ? "terminated" : alive.state().slug();
            all.add(
                    new LegTransaction(
                            row.id,
                            row.endToEnd,
                            row.upstream,
                            row.method,
                            row.request,
                            row.responses,
                            row.ack,
                            state,
                            row.rfc2543));
        }
        return all;
    }
}
