package io.callogram.web.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `callogram`.
@Command(
        name = "callogram",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads SIP from captures and explains the calls in them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            AnalyzeCommand.class,
            LadderCommand.class,
            StoryCommand.class,
            CompareCommand.class,
            CheckCommand.class,
            ExportCommand.class,
            ReanalyzeCommand.class,
            VerifyLogCommand.class,
            GenerateCommand.class,
            CaptureCommand.class,
            InterfacesCommand.class
        })
public final class Main {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_HELD = 3;

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(Main::failed);
        return line.execute(arguments);
    }

    /// The world's failures are one sentence; ours keep their trace.
    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        if (e instanceof Refusal refusal) {
            line.getErr().println("callogram: " + refusal.getMessage());
            return refusal.exitCode();
        }
        if (e instanceof IOException failure) {
            line.getErr().println("callogram: " + sentence(failure));
            return FAILED;
        }
        throw e;
    }

    private static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file or folder.";
            case AccessDeniedException denied -> denied.getFile() + ": not permitted.";
            case FileSystemException refused when refused.getReason() != null ->
                    refused.getFile() + ": " + refused.getReason() + ".";
            default -> failure.getMessage() + ".";
        };
    }
}
