package io.callogram.web.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a terminal shows while frames come: how many, how many were lost, and the newest calls.
final class Display implements Closeable {
    private static final int HEAD = 2;

    private final Screen screen;
    private final Watch watch;
    private final LiveTable table;
    private final String heading;
    private final long began = System.nanoTime();

    Display(Path file, Path scratch, LiveTable table, Language language) throws IOException {
        this.table = table;
        this.heading = language.heading().stripTrailing();
        watch = new Watch(file, scratch, table);
        screen = new Screen(System.out);
    }

    void show(Tap tap) throws IOException {
        watch.grown();
        List<String> lines = new ArrayList<>();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        String counts = "%d s  %s  %s".formatted(seconds, table.told(), tap.counts());
        lines.add(tap.isLosing() ? "\u001b[1;31m" + counts + "\u001b[0m" : counts);
        lines.add("\u001b[1m" + heading + "\u001b[0m");
        lines.addAll(table.newest(screen.height() - HEAD));
        String failure = watch.failure();
        if (failure != null) {
            lines.set(1, "No calls are shown any more: " + failure);
        }
        screen.draw(lines);
    }

    @Override
    public void close() throws IOException {
        screen.close();
        watch.close();
    }
}
