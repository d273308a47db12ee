package io.callogram.web.api.workbench;

import io.callogram.capture.live.CaptureInterface;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveOptions;
import java.io.IOException;
import java.util.List;

/// Live capture on the interfaces of the server. Safe for many threads.
public interface Captures {

    /// @throws CaptureRefused when this machine cannot say
    List<CaptureInterface> interfaces() throws CaptureRefused;

    /// Begins a source that grows; returns when it captures.
    SourceView start(LiveOptions options) throws CaptureRefused, IOException;

    /// Ends a capture; its source stays. False when none of that id runs.
    boolean stop(int id);
}
