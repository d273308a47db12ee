package io.callogram.analyzer.sip;

import org.jspecify.annotations.Nullable;

/// What the Contact fields of a message say (RFC 3261 §20.10).
///
/// @param first the first one, or where that is being removed the first that is not
/// @param star `Contact: *` occurred
/// @param silent how many of them name no expiry
/// @param largest largest `expires` parameter, or -1
/// @param smallest smallest `expires` parameter, or -1
/// @param focus one of them has `isfocus` (RFC 4579 §4.2)
record Contacts(
        @Nullable Address first,
        int count,
        boolean star,
        int silent,
        int largest,
        int smallest,
        boolean focus) {

    static final Contacts NONE = new Contacts(null, 0, false, 0, -1, -1, false);

    /// What a registrar takes when nothing readable is said (RFC 3261 §20.10).
    static final int DEFAULT_EXPIRY = 3600;

    Contacts and(Contacts more) {
        if (count == 0 && !star) {
            return more;
        }
        return new Contacts(
                first == null || isRemoval() && !more.isRemoval() ? more.first : first,
                count + more.count,
                star || more.star,
                silent + more.silent,
                Math.max(largest, more.largest),
                smallest < 0 || more.smallest < 0
                        ? Math.max(smallest, more.smallest)
                        : Math.min(smallest, more.smallest),
                focus || more.focus);
    }

    /// Each of them has `expires=0`.
    private boolean isRemoval() {
        return first != null && silent == 0 && largest == 0;
    }

    /// The expiry of the contacts that name none, -1 when nobody names any. Beside others that name
    /// theirs it is the default: then it must not be mistaken for a removal.
    private int unspoken(int header) {
        return header >= 0 || largest < 0 ? header : DEFAULT_EXPIRY;
    }

    /// The largest effective expiry: a contact's own goes before that of the header field Expires.
    int largest(int header) {
        return silent > 0 || count == 0 ? Math.max(largest, unspoken(header)) : largest;
    }

    int smallest(int header) {
        if (count == 0 && !star) {
            return -1;
        }
        int unspoken = silent > 0 ? unspoken(header) : smallest;
        return smallest < 0 ? unspoken : Math.min(smallest, unspoken);
    }
}
