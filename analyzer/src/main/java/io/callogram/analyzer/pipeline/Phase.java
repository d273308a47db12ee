package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;

/// How long a group may stay silent before it is folded. A guess that only decides *when*: a group
/// that wakes up again is folded again, so a wrong guess costs time, never truth.
enum Phase {
    ENDED,
    PENDING,
    RINGING,
    BOUND,
    LASTING;

    long silence(Limits limits) {
        return switch (this) {
            case ENDED -> limits.linger();
            case PENDING -> limits.pending();
            case RINGING -> limits.ringing();
            case BOUND -> limits.binding();
            case LASTING -> limits.lasting();
        };
    }

    Phase after(Sighting sighting) {
        return sighting.isRequest() ? afterRequest(sighting) : afterResponse(sighting);
    }

    private Phase afterRequest(Sighting request) {
        if (request.method() == Method.BYE) {
            return PENDING;
        }
        if (this == LASTING || request.method() == Method.ACK) {
            return this;
        }
        return request.toTag() == 0 ? PENDING : LASTING;
    }

    private Phase afterResponse(Sighting response) {
        if (response.method() == Method.BYE) {
            return response.isFinal() ? ENDED : this;
        }
        if (this == LASTING) {
            return this;
        }
        if (response.isProvisional()) {
            return response.method() == Method.INVITE ? RINGING : this;
        }
        return response.isSuccess() ? afterSuccess(response) : ENDED;
    }

    private static Phase afterSuccess(Sighting response) {
        return switch (response.method()) {
            case INVITE, SUBSCRIBE, REFER -> LASTING;
            case REGISTER -> endsBinding(response) ? ENDED : BOUND;
            case ACK, BYE, CANCEL, OPTIONS, PRACK, NOTIFY, PUBLISH, INFO, MESSAGE, UPDATE, OTHER ->
                    ENDED;
        };
    }

    private static boolean endsBinding(Sighting response) {
        return response.method() == Method.REGISTER
                && response.isSuccess()
                && response.contacts() == 0;
    }
}
