package io.callogram.analyzer.catalogue;

import io.callogram.analyzer.flow.FlowKind;
import java.util.Locale;

/// What flows have in common: the order of precedence goes through the groups one after the other.
public enum Group {
    SERVICE(FlowKind.QUEUE),
    FAILURE(FlowKind.OVERLOAD),
    CALL(FlowKind.RELEASE),
    REGISTRATION(FlowKind.REGISTER_FAILED),
    OTHER(FlowKind.INFO_OTHER),
    TAG(FlowKind.RING_GROUP);

    private final FlowKind last;

    Group(FlowKind last) {
        this.last = last;
    }

    static Group of(FlowKind kind) {
        for (Group group : values()) {
            if (kind.compareTo(group.last) <= 0) {
                return group;
            }
        }
        throw new IllegalStateException(kind + " is beyond the last group");
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
