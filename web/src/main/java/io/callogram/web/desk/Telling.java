package io.callogram.web.desk;

import io.callogram.analyzer.pipeline.Library;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench.Change;
import java.util.function.Consumer;
import java.util.function.Function;

/// Passes on what the library says.
record Telling(Consumer<Change> told, Function<SourceStatus, SourceView> view)
        implements Library.Listener {

    @Override
    public void source(SourceStatus status) {
        told.accept(new Change.OfSource(view.apply(status)));
    }

    @Override
    public void calls(int source, long changed) {
        told.accept(new Change.OfCalls(source, changed));
    }

    @Override
    public void live(String call) {
        told.accept(new Change.OfCall(call));
    }
}
