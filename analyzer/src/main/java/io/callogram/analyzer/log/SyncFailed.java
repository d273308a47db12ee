package io.callogram.analyzer.log;

import java.io.IOException;

/// The disk did not take what was written before: nobody knows what of it is there.
final class SyncFailed extends IOException {

    private static final long serialVersionUID = 1;

    SyncFailed(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
