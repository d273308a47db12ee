package io.callogram.web.cli;

import io.callogram.analyzer.log.Retention;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How much of what was captured live a server keeps.
final class KeepOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kmgt]?)b?");
    private static final String UNITS = "kmgt";

    @Option(
            names = "--retain-days",
            paramLabel = "N",
            description =
                    "Erase what was captured live so long ago; 0 never (default: ${DEFAULT-VALUE}).")
    private int days = 30;

    @Option(
            names = "--retain-bytes",
            paramLabel = "SIZE",
            description =
                    "Keep at most so much of each live source, as in 20G; 0 everything (default).")
    private @Nullable String size;

    Retention retention() {
        if (days < 0) {
            throw Refusal.wrongUsage("--retain-days takes a number of days, or 0.");
        }
        return new Retention(days == 0 ? null : Duration.ofDays(days), bytes());
    }

    private long bytes() {
        if (size == null) {
            return 0;
        }
        Matcher form = SIZE.matcher(size.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw Refusal.wrongUsage("--retain-bytes takes a size such as 500M or 20G, or 0.");
        }
        int unit = form.group(2).isEmpty() ? 0 : UNITS.indexOf(form.group(2)) + 1;
        long bytes = Long.parseLong(form.group(1));
        return unit > 2 && bytes > 1 << 20 ? Long.MAX_VALUE : bytes << 10 * unit;
    }
}
