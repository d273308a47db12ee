package io.callogram.capture.live;

import io.callogram.capture.packet.FrameSink;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One life of the capturing process, seen from its parent.
final class Child {

    private static final int LONGEST_START = 20;
    private static final int LONGEST_END = 10;
    private static final int LONGEST_DYING = 500;
    private static final int MAX_WORDS = 1 << 10;

    private final Process process;
    private final ChildInput input;
    private final Thread listener;
    private final StringBuilder words = new StringBuilder();

    private Child(Process process) {
        this.process = process;
        input = new ChildInput(process.getInputStream());
        // Reading a pipe would hold the carrier of a virtual thread until the child ends.
        listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /// Starts `command`, and asks it.
    static Child start(List<String> command, @Nullable LiveOptions options, FrameSink sink)
            throws CaptureRefused {
        Child child = spawn(command);
        child.ask(options, sink);
        return child;
    }

    /// Starts `command`, which waits to be asked.
    static Child spawn(List<String> command) throws CaptureRefused {
        try {
            return new Child(new ProcessBuilder(command).start());
        } catch (IOException refused) {
            throw new CaptureRefused(
                    CaptureRefused.Cause.MACHINE,
                    "The capturing process cannot be started: " + refused.getMessage() + ".");
        }
    }

    /// Hands it the request, and waits until it captures, or has listed the interfaces. Frames that
    /// come at once go to `sink`.
    void ask(@Nullable LiveOptions options, FrameSink sink) throws CaptureRefused {
        Thread watch = Thread.ofPlatform().daemon().start(this::expectStart);
        try {
            ChildRequest.write(options, new DataOutputStream(process.getOutputStream()));
        } catch (IOException _) {
            // It is gone already; what it said before tells why.
        }
        CaptureRefused refusal = input.awaitReady(sink);
        watch.interrupt();
        if (refusal != null) {
            kill();
            throw withWords(refusal);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// The command of a child of this program, behind the words that give it its right.
    static List<String> command() {
        List<String> command = new ArrayList<>();
        String with = System.getenv(Rights.VARIABLE);
        if (with != null && !with.isBlank()) {
            command.addAll(List.of(with.strip().split("\\s+")));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+DisplayVMOutputToStderr",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-XX:+SuppressFatalErrorMessage",
                        "-Xlog:disable",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        classPath(),
                        CaptureChild.class.getName()));
        return command;
    }

    /// Only what the child needs: it starts faster, and is what a rule for rights has to name.
    private static String classPath() {
        Set<String> needed = new TreeSet<>();
        String own = System.getProperty("java.class.path");
        for (String entry : own.split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.matches("(callogram-capture|pcap4j-core|jna|jna-platform|slf4j-api)-[0-9].*")
                    || entry.contains("capture" + File.separator + "target")) {
                needed.add(entry);
            }
        }
        return String.join(File.pathSeparator, needed);
    }

    private void expectStart() {
        try {
            if (!process.waitFor(LONGEST_START, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException _) {
            // It has started.
        }
    }

    /// Keeps the first words of what it prints, and throws away the rest.
    private void listen() {
        byte[] bytes = new byte[1 << 10];
        try (InputStream errors = process.getErrorStream()) {
            int got = errors.read(bytes);
            while (got >= 0) {
                String text = new String(bytes, 0, got, StandardCharsets.UTF_8);
                synchronized (words) {
                    words.append(text, 0, Math.min(text.length(), MAX_WORDS - words.length()));
                }
                got = errors.read(bytes);
            }
        } catch (IOException _) {
            // Then there is no more.
        }
    }

    private CaptureRefused withWords(CaptureRefused refusal) {
        String said = said();
        boolean explained = input.refusal() != null || said.isEmpty();
        return explained
                ? refusal
                : new CaptureRefused(refusal.why(), "The capturing process says: " + said);
    }

    private String said() {
        try {
            listener.join(1_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (words) {
            return words.toString()
                    .lines()
                    .map(String::strip)
                    .filter(l -> l.length() > 1)
                    .findFirst()
                    .orElse("");
        }
    }

    ChildInput input() {
        return input;
    }

    /// Why it ended, in words, once its stream has.
    String ending() {
        CaptureRefused refusal = input.refusal();
        if (refusal != null) {
            return refusal.sentence();
        }
        try {
            if (!process.waitFor(LONGEST_DYING, TimeUnit.MILLISECONDS)) {
                kill();
            }
            int status = process.waitFor();
            return status > 128
                    ? "The capturing process was ended by signal " + (status - 128) + "."
                    : "The capturing process ended with status " + status + ".";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "The capturing process ended.";
        }
    }

    /// Asks it to end; it then still writes what it has.
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has ended.
        }
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        if (!process.waitFor(LONGEST_END, TimeUnit.SECONDS)) {
                            kill();
                        }
                    } catch (InterruptedException _) {
                        kill();
                    }
                });
    }

    void kill() {
        process.destroyForcibly();
    }

    long id() {
        return process.pid();
    }
}
