package org.clpworkbench.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/// How a command that did not end well is explained: one sentence on standard error, the stack
/// trace in the log.
final class Failures {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int CANCELLED = 130;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Pattern TOKEN = Pattern.compile("\\bhf_\\w+");
    private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

    private Failures() {}

    static int wrongUsage(ParameterException mistake, String[] args) {
        CommandLine line = mistake.getCommandLine();
        if (mistake.getCause() instanceof IOException unreadable) {
            // what was asked for is well formed and is not there
            return failed(unreadable, line);
        }
        String sentence = withoutTokens(mistake, args);
        line.getErr().println(line.getCommandSpec().root().name() + ": " + sentence);
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, line.getErr());
        line.getErr().printf("See %s --help.%n", line.getCommandSpec().qualifiedName());
        LOG.info("Wrong usage: {}", sentence);
        return WRONG_USAGE;
    }

    /// What is wrong with the arguments. It quotes them, so it must not show what is a token or,
    /// with `login`, may have been meant as one: neither on the screen nor in the log.
    private static String withoutTokens(ParameterException mistake, String[] args) {
        String message = String.valueOf(mistake.getMessage());
        boolean login =
                mistake.getCommandLine().getCommandSpec().userObject() instanceof HubLoginCommand;
        if (login || List.of(args).contains("login")) {
            message = QUOTED.matcher(message).replaceAll("'…'");
        }
        if (login && mistake instanceof CommandLine.UnmatchedArgumentException) {
            message += ". A token is no argument: it is asked for, or read from standard input.";
        }
        return TOKEN.matcher(message).replaceAll("[token]");
    }

    static int failed(Exception problem, CommandLine line, ParseResult parsed) {
        return failed(problem, line);
    }

    private static int failed(Exception problem, CommandLine line) {
        String program = line.getCommandSpec().root().name();
        if (problem instanceof CancellationException || problem instanceof InterruptedException) {
            line.getErr().println(program + ": cancelled.");
            return CANCELLED;
        }
        LOG.error("{} failed", line.getCommandSpec().qualifiedName(), problem);
        line.getErr().println(program + ": " + sentence(problem));
        return FAILED;
    }

    /// What a person can do something with.
    static String sentence(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        return switch (problem) {
            case UncheckedIOException wrapped
                    when wrapped.getCause() instanceof IOException cause ->
                    sentence(cause);
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case FileAlreadyExistsException there -> there.getFile() + " exists already.";
            case AccessDeniedException denied -> "No permission for " + denied.getFile() + ".";
            case IOException explained when explained.getMessage() != null -> message;
            case IllegalArgumentException explained when explained.getMessage() != null -> message;
            default ->
                    "Something went wrong that should not have (%s: %s); see the log."
                            .formatted(problem.getClass().getSimpleName(), message);
        };
    }
}
