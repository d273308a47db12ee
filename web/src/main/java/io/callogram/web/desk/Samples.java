package io.callogram.web.desk;

import io.callogram.analyzer.pipeline.Library;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import io.callogram.web.api.workbench.SourceView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The captures that come with the program and were recorded, not written by hand.
record Samples(Library library, Scratch scratch) {
    private static final String RECORDED = "recorded/";

    void all() throws IOException {
        for (Scenario scenario : Scenarios.all()) {
            if (scenario.name().startsWith(RECORDED)) {
                read(scenario);
            }
        }
    }

    Optional<SourceView> named(String name) throws IOException {
        for (Scenario scenario : Scenarios.all()) {
            if (scenario.name().equals(RECORDED + name)) {
                return Optional.of(read(scenario));
            }
        }
        return Optional.empty();
    }

    private SourceView read(Scenario scenario) throws IOException {
        try (InputStream capture = scenario.capture()) {
            String name = scenario.name().substring(RECORDED.length()) + ".pcap";
            Path copy = scratch.copy(capture);
            SourceStatus status = library.visit(name, copy);
            scratch.holds(status.number(), copy);
            return SourceViews.of(status);
        }
    }
}
