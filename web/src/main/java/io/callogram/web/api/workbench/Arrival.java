package io.callogram.web.api.workbench;

import java.io.IOException;
import java.util.Optional;

/// A capture that is read while it is being sent.
public interface Arrival {

    /// More of it is in the file.
    void grown() throws IOException;

    /// All of it is there: it is taken over, and durable when this returns. Empty when somebody
    /// removed it meanwhile.
    Optional<SourceView> complete() throws IOException;

    /// The sending broke off: as if it had never begun.
    void abandon() throws IOException;
}
