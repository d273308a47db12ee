package io.callogram.web.desk;

import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.log.Scrub;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.web.api.workbench.CaptureView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the desk is: every counter of its parts, and what somebody should know.
///
/// @param keeping retention, once it has begun
record Vitals(
        Log log,
        Scrub scrub,
        Library library,
        LiveSources live,
        Supplier<@Nullable Keeping> keeping) {

    Map<String, Long> counters() {
        Map<String, Long> counters = SourceViews.counters(library.sources());
        counters.putAll(log.counters());
        counters.put("notes", (long) log.notes().size());
        try {
            counters.putAll(library.index().counters());
        } catch (IOException _) {
            // An index that cannot be asked for its size is missing from the counters, no more.
        }
        counters.put("log_scrubbed_bytes", scrub.checked());
        Keeping kept = keeping.get();
        counters.put("log_retention_failures", kept == null ? 0L : kept.failures());
        counters.put("log_damages", (long) scrub.findings().size());
        live.all().forEach(source -> SourceViews.count(counters, source.view()));
        return counters;
    }

    List<String> complaints() {
        List<String> complaints = new ArrayList<>(log.complaints());
        scrub.findings().forEach(found -> complaints.add(found.file() + " " + found.sentence()));
        Keeping kept = keeping.get();
        if (kept != null && kept.sentence() != null) {
            complaints.add(kept.sentence());
        }
        for (LiveSource source : live.all()) {
            CaptureView view = source.view();
            if (view.state() == CaptureView.State.INTERRUPTED) {
                complaints.add(view.what() + ": " + view.sentence());
            }
        }
        return complaints;
    }
}
