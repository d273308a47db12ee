package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The numbers that people see: messages, transactions, end-to-end transactions and dialogs of a
/// call, each from 1 over all its legs.
final class Numbering {

    /// One message: which leg, and where in it.
    record Place(int leg, int index, long order) {}

    final Place[] places;
    private final int[][] messages;
    private final int[][] transactions;
    private final int[][] endToEnds;
    private final int[][] dialogs;
    private int dialogCount;

    Numbering(List<LegFold> legs) {
        int legCount = legs.size();
        messages = new int[legCount][];
        transactions = new int[legCount][];
        endToEnds = new int[legCount][];
        dialogs = new int[legCount][];
        places = inOrder(legs);
        for (int i = 0; i < legCount; i++) {
            sizeFor(i, legs.get(i));
        }
        int number = 0;
        int[] last = new int[2];
        for (Place place : places) {
            messages[place.leg()][place.index()] = ++number;
            LegMessage m = legs.get(place.leg()).messages().get(place.index());
            last[0] = give(transactions[place.leg()], m.transaction(), last[0]);
            last[1] = give(endToEnds[place.leg()], m.endToEnd(), last[1]);
        }
        numberDialogs(legs);
    }

    /// By time; within a leg the protocol's order stands even where the times say otherwise.
    private static Place[] inOrder(List<LegFold> legs) {
        int total = 0;
        for (LegFold leg : legs) {
            total += leg.messages().size();
        }
        Place[] places = new Place[total];
        int next = 0;
        for (int l = 0; l < legs.size(); l++) {
            List<LegMessage> messages = legs.get(l).messages();
            long order = Long.MIN_VALUE;
            for (int i = 0; i < messages.size(); i++) {
                order = Math.max(order, messages.get(i).seen().time());
                places[next++] = new Place(l, i, order);
            }
        }
        if (legs.size() > 1) {
            Arrays.sort(places, (a, b) -> Long.compare(a.order(), b.order()));
        }
        return places;
    }

    private void sizeFor(int i, LegFold leg) {
        int transaction = 0;
        int endToEnd = 0;
        for (LegTransaction t : leg.transactions()) {
            transaction = Math.max(transaction, t.id());
            endToEnd = Math.max(endToEnd, t.endToEnd());
        }
        int dialog = 0;
        for (LegDialog d : leg.dialogs()) {
            dialog = Math.max(dialog, d.dialog().id());
        }
        messages[i] = new int[leg.messages().size()];
        transactions[i] = new int[transaction + 1];
        endToEnds[i] = new int[endToEnd + 1];
        dialogs[i] = new int[dialog + 1];
    }

    private static int give(int[] numbers, int id, int last) {
        if (id == 0 || numbers[id] != 0) {
            return last;
        }
        numbers[id] = last + 1;
        return last + 1;
    }

    private void numberDialogs(List<LegFold> legs) {
        List<long[]> made = new ArrayList<>(2);
        for (int i = 0; i < legs.size(); i++) {
            for (LegDialog d : legs.get(i).dialogs()) {
                made.add(new long[] {message(i, d.created()), i, d.dialog().id()});
            }
        }
        if (made.size() > 1) {
            made.sort((a, b) -> Long.compare(a[0], b[0]));
        }
        for (long[] dialog : made) {
            dialogCount = give(dialogs[(int) dialog[1]], (int) dialog[2], dialogCount);
        }
    }

    int dialogCount() {
        return dialogCount;
    }

    /// 0 for what time caused.
    int message(int leg, int index) {
        return index < 0 ? 0 : messages[leg][index];
    }

    int transaction(int leg, int id) {
        return id >= transactions[leg].length ? 0 : transactions[leg][id];
    }

    int endToEnd(int leg, int id) {
        return id >= endToEnds[leg].length ? 0 : endToEnds[leg][id];
    }

    /// 0 also for a dialog that belongs to another leg of the same Call-ID.
    int dialog(int leg, int id) {
        return id >= dialogs[leg].length ? 0 : dialogs[leg][id];
    }
}
