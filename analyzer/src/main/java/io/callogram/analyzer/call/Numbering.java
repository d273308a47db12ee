package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;

/// The numbers that people see: messages, transactions, end-to-end transactions and dialogs of a
/// call, each from 1 over all its legs.
final class Numbering {

    /// Of each message of the call in order, its leg and where it stands there.
    private final int[] legs;

    private final int[] indices;
    private final int[][] messages;
    private final int[][] transactions;
    private final int[][] endToEnds;
    private final int[][] dialogs;
    private int dialogCount;

    Numbering(List<LegFold> folded) {
        int legCount = folded.size();
        messages = new int[legCount][];
        transactions = new int[legCount][];
        endToEnds = new int[legCount][];
        dialogs = new int[legCount][];
        int total = 0;
        for (int i = 0; i < legCount; i++) {
            sizeFor(i, folded.get(i));
            total += messages[i].length;
        }
        legs = new int[total];
        indices = new int[total];
        order(folded);
        int lastTransaction = 0;
        int lastEndToEnd = 0;
        for (int i = 0; i < total; i++) {
            int leg = legs[i];
            messages[leg][indices[i]] = i + 1;
            LegMessage m = folded.get(leg).messages().get(indices[i]);
            lastTransaction = give(transactions[leg], m.transaction(), lastTransaction);
            lastEndToEnd = give(endToEnds[leg], m.endToEnd(), lastEndToEnd);
        }
        numberDialogs(folded);
    }

    /// By time; within a leg the protocol's order stands even where the times say otherwise.
    private void order(List<LegFold> folded) {
        if (folded.size() == 1) {
            for (int i = 0; i < indices.length; i++) {
                indices[i] = i;
            }
            return;
        }
        long[] orders = new long[indices.length];
        int count = 0;
        for (int leg = 0; leg < folded.size(); leg++) {
            count = merge(folded.get(leg).messages(), leg, orders, count);
        }
    }

    /// Puts a leg's messages among those of the legs before it. From the end: legs come in order of
    /// first message, so that little has to move.
    ///
    /// @param orders by what the messages placed so far are ordered
    private int merge(List<LegMessage> messages, int leg, long[] orders, int count) {
        long[] own = new long[messages.size()];
        long order = Long.MIN_VALUE;
        for (int i = 0; i < own.length; i++) {
            order = Math.max(order, messages.get(i).seen().time());
            own[i] = order;
        }
        int placed = count - 1;
        int coming = own.length - 1;
        for (int to = count + coming; coming >= 0; to--) {
            boolean later = placed >= 0 && orders[placed] > own[coming];
            orders[to] = later ? orders[placed] : own[coming];
            legs[to] = later ? legs[placed] : leg;
            indices[to] = later ? indices[placed--] : coming--;
        }
        return count + own.length;
    }

    private void sizeFor(int i, LegFold leg) {
        int transaction = 0;
        int endToEnd = 0;
        List<LegTransaction> all = leg.transactions();
        for (int at = 0; at < all.size(); at++) {
            transaction = Math.max(transaction, all.get(at).id());
            endToEnd = Math.max(endToEnd, all.get(at).endToEnd());
        }
        int dialog = 0;
        List<LegDialog> made = leg.dialogs();
        for (int at = 0; at < made.size(); at++) {
            dialog = Math.max(dialog, made.get(at).dialog().id());
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

    private void numberDialogs(List<LegFold> folded) {
        List<long[]> made = new ArrayList<>(2);
        for (int i = 0; i < folded.size(); i++) {
            List<LegDialog> all = folded.get(i).dialogs();
            for (int at = 0; at < all.size(); at++) {
                LegDialog d = all.get(at);
                made.add(new long[] {message(i, d.created()), i, d.dialog().id()});
            }
        }
        if (made.size() > 1) {
            made.sort((a, b) -> Long.compare(a[0], b[0]));
        }
        for (int at = 0; at < made.size(); at++) {
            long[] dialog = made.get(at);
            dialogCount = give(dialogs[(int) dialog[1]], (int) dialog[2], dialogCount);
        }
    }

    /// How many messages the call has.
    int count() {
        return legs.length;
    }

    /// Index of the leg of a message.
    int leg(int number) {
        return legs[number - 1];
    }

    /// Index of a message in its leg.
    int index(int number) {
        return indices[number - 1];
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
