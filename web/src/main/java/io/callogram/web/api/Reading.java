package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sip.Where;
import io.callogram.web.api.json.Labels;
import io.callogram.web.api.workbench.MessageReading;
import io.callogram.web.api.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Messages taken apart from their bytes.
record Reading(Workbench workbench) {

    MessageReading of(Where where) {
        try {
            return workbench.reading(workbench.bytes(where), where);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    MessageReading of(CallMessage message) {
        return of(message.seen().sighting().where());
    }

    Labels labels(Call call) {
        return new Labels(call, this::of);
    }
}
