package io.callogram.analyzer.log;

import java.time.InstantSource;

/// What everything in one open log shares.
record Environment(
        Disk disk, Settings settings, Reserve reserve, Journal journal, InstantSource clock) {}
