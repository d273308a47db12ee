package io.callogram.analyzer.sip.jain;

import gov.nist.core.CommonLogger;
import gov.nist.core.Debug;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.SIPHeaderList;
import gov.nist.javax.sip.parser.ParserFactory;
import io.callogram.analyzer.sip.Defect;
import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.ParseProblem;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads one header value at a time with JAIN-SIP, behind guards: known names only, capped in
/// length and elements, one thread at a time (its parser counts its nesting in a static field),
/// whatever it throws caught. It never sees a whole message, a body, or a multipart boundary, and
/// nothing it parsed is written by its encoder.
public final class StructuredHeaders {

    static final int LONGEST = 8192;
    static final int MOST_ELEMENTS = 100;

    /// Its parsers for other names add nothing, print to standard error, or fail on valid input.
    private static final Set<String> NAMES =
            Set.of(
                    "via",
                    "from",
                    "to",
                    "call-id",
                    "cseq",
                    "contact",
                    "route",
                    "record-route",
                    "path",
                    "service-route",
                    "max-forwards",
                    "expires",
                    "min-expires",
                    "content-type",
                    "content-disposition",
                    "accept",
                    "allow",
                    "allow-events",
                    "supported",
                    "unsupported",
                    "require",
                    "proxy-require",
                    "reason",
                    "event",
                    "subscription-state",
                    "refer-to",
                    "referred-by",
                    "replaces",
                    "join",
                    "session-expires",
                    "min-se",
                    "rack",
                    "rseq",
                    "retry-after",
                    "warning",
                    "alert-info",
                    "call-info",
                    "error-info",
                    "reply-to",
                    "privacy",
                    "p-asserted-identity",
                    "p-preferred-identity",
                    "p-called-party-id",
                    "p-associated-uri",
                    "p-charging-vector",
                    "p-access-network-info",
                    "www-authenticate",
                    "proxy-authenticate",
                    "authorization",
                    "proxy-authorization");

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    static {
        settle();
    }

    private StructuredHeaders() {}

    /// Settings of the library that hold for the whole machine.
    private static void settle() {
        CommonLogger.useLegacyLogger = true;
        CommonLogger.legacyLogger = new SilentLogger();
        Debug.parserDebug = false;
        Debug.debug = false;
    }

    /// The value as a tree, or why there is none.
    public static Structured of(HeaderLine line) {
        String refusal = refusal(line);
        if (refusal != null) {
            return unread(line, refusal);
        }
        ONE_AT_A_TIME.lock();
        try {
            return parsed(line);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static @Nullable String refusal(HeaderLine line) {
        String name = line.name().toLowerCase(Locale.ROOT);
        String value = line.value();
        if (!NAMES.contains(name)) {
            return "no structure known";
        }
        if (value.length() > LONGEST) {
            return "longer than 8 KiB";
        }
        if (elements(value) > MOST_ELEMENTS) {
            return "more than 100 elements";
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            return "holds control characters";
        }
        // Its Via parser reads a comment, which RFC 3261 does not have there, past the end for
        // ever.
        if (name.equals("via") && value.indexOf('(') >= 0) {
            return "a comment in Via";
        }
        // It takes digits of any script for digits, and prints a stack trace for the rest.
        boolean numeric = name.equals("cseq") || name.equals("rack") || name.equals("rseq");
        if (numeric && (value.isEmpty() || value.charAt(0) < '0' || value.charAt(0) > '9')) {
            return "does not begin with a number";
        }
        return null;
    }

    /// At most so many: every separator counts, quoted or not.
    private static long elements(String value) {
        return value.chars().filter(c -> c == ',' || c == ';').count();
    }

    private static Structured parsed(HeaderLine line) {
        try {
            String text = line.name() + ": " + line.value() + "\n";
            SIPHeader header = ParserFactory.createParser(text).parse();
            List<Structured.Node> values = new ArrayList<>();
            if (header instanceof SIPHeaderList<?> list) {
                for (SIPHeader element : list) {
                    values.add(HeaderTree.of(element));
                }
            } else {
                values.add(HeaderTree.of(header));
            }
            return new Structured(line.name(), List.copyOf(values), null);
        } catch (ParseException | RuntimeException | StackOverflowError | LinkageError e) {
            return unread(line, "not as its grammar has it");
        }
    }

    private static Structured unread(HeaderLine line, String why) {
        ParseProblem problem =
                new ParseProblem(
                        Defect.NOT_STRUCTURED, line.valueOffset(), line.value().length(), why);
        return new Structured(line.name(), List.of(), problem);
    }
}
