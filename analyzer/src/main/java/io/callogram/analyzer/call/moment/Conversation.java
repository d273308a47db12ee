package io.callogram.analyzer.call.moment;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.sip.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the call as a whole is, from what its legs, dialogs and media are.
final class Conversation {

    private final Call call;
    private final String[] legs;
    private final String[] dialogs;
    private final boolean[] held;
    private String state = "";

    Conversation(Call call) {
        this.call = call;
        legs = blank(call.legs().size());
        dialogs = blank(call.dialogs().size());
        held = new boolean[call.dialogs().size()];
    }

    private static String[] blank(int size) {
        String[] all = new String[size];
        Arrays.fill(all, "");
        return all;
    }

    /// The call after one of its parts changed, or null when it is what it was.
    @Nullable Standing after(Standing change) {
        switch (change.subject()) {
            case LEG -> legs[change.number() - 1] = change.state();
            case DIALOG -> dialogs[change.number() - 1] = change.state();
            case MEDIA -> held[change.number() - 1] = change.detail().equals("hold");
            case TRANSACTION, CALL -> {
                return null;
            }
        }
        String now = call.kind() == CallKind.CALL ? talking() : asking();
        if (now.equals(state)) {
            return null;
        }
        state = now;
        return new Standing(Subject.CALL, 0, now, "", change.cause());
    }

    private String talking() {
        boolean early = false;
        boolean holds = false;
        for (int i = 0; i < dialogs.length; i++) {
            if (isOfInvite(call.dialogs().get(i).leg())) {
                if (dialogs[i].equals("confirmed") && !held[i]) {
                    return "connected";
                }
                holds |= dialogs[i].equals("confirmed");
                early |= dialogs[i].equals("early");
            }
        }
        return holds ? "held" : early ? "early" : isCalling() ? "calling" : "ended";
    }

    private boolean isOfInvite(int leg) {
        return call.legs().get(leg - 1).method() == Method.INVITE;
    }

    private boolean isCalling() {
        for (int i = 0; i < legs.length; i++) {
            if (legs[i].equals("calling") && isOfInvite(i + 1)) {
                return true;
            }
        }
        return false;
    }

    private String asking() {
        return Arrays.asList(legs).contains("calling") ? "asked" : "answered";
    }
}
