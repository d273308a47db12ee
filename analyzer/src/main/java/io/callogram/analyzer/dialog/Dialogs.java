package io.callogram.analyzer.dialog;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The dialogs of one Call-ID, and the requests that may still create one. Immutable.
public final class Dialogs {

    static final Dialogs NONE = new Dialogs(new Dialog[0], null);

    /// A request that may create dialogs.
    record Requested(
            int endToEnd,
            Method usage,
            long callerTag,
            boolean cancelled,
            @Nullable Requested before) {}

    /// How many requests back a response may belong to: bounds the search.
    private static final int REMEMBERED = 64;

    private final Dialog[] all;
    private final @Nullable Requested requested;

    private Dialogs(Dialog[] all, @Nullable Requested requested) {
        this.all = all;
        this.requested = requested;
    }

    public int size() {
        return all.length;
    }

    public Dialog at(int index) {
        return all[index];
    }

    /// Newest first, because tags that meet again belong to the newer dialog.
    public @Nullable Dialog of(long one, long other) {
        for (int i = all.length - 1; i >= 0; i--) {
            if (all[i].hasTags(one, other)) {
                return all[i];
            }
        }
        return null;
    }

    /// The dialog that a message is in. No request without a To tag and no 100 is in any.
    public @Nullable Dialog of(Sighting s) {
        if (s.status() == 100 || (s.isRequest() && s.toTag() == 0)) {
            return null;
        }
        return of(s.fromTag(), s.toTag());
    }

    @Nullable Requested requested(int endToEnd) {
        Requested r = requested;
        for (int i = 0; r != null && i < REMEMBERED; i++, r = r.before()) {
            if (r.endToEnd() == endToEnd) {
                return r;
            }
        }
        return null;
    }

    /// The subscription request that a NOTIFY without a dialog answers (RFC 6665 §4.4.1).
    @Nullable Requested subscribedBy(long tag) {
        Requested r = requested;
        for (int i = 0; r != null && i < REMEMBERED; i++, r = r.before()) {
            if (r.callerTag() == tag && r.usage() != Method.INVITE) {
                return r;
            }
        }
        return null;
    }

    Dialogs requesting(int endToEnd, Method usage, long callerTag) {
        return new Dialogs(all, new Requested(endToEnd, usage, callerTag, false, requested));
    }

    Dialogs cancelling(int endToEnd) {
        Requested r = requested(endToEnd);
        return r == null
                ? this
                : new Dialogs(
                        all, new Requested(endToEnd, r.usage(), r.callerTag(), true, requested));
    }

    Dialogs adding(Dialog added) {
        Dialog[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = added;
        return new Dialogs(more, requested);
    }

    Dialogs replacing(Dialog changed) {
        Dialog[] same = all.clone();
        same[changed.id() - 1] = changed;
        return new Dialogs(same, requested);
    }

    Dialog byId(int id) {
        return all[id - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dialogs that
                && Arrays.equals(all, that.all)
                && java.util.Objects.equals(requested, that.requested);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(all);
    }
}
