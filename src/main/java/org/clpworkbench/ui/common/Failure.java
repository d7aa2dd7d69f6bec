package org.clpworkbench.ui.common;

import org.clpworkbench.problem.Told;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/// What went wrong with what was being done: a sentence in the window's language, and all that
/// somebody who helps wants to know.
///
/// @param doing what was being done, in the window's language; empty where the sentence needs none
/// @param again does it once more; empty where that makes no sense
public record Failure(String doing, Throwable cause, Optional<Runnable> again) {
    private static final Pattern SECRET = Pattern.compile("hf_\\w{8,}|(?<=://)[^/@\\s]+(?=@)");
    private static final Pattern FULL =
            Pattern.compile("no space left|not enough space|disk quota", Pattern.CASE_INSENSITIVE);

    /// One that is not simply tried again.
    public static Failure of(String doing, Throwable cause) {
        return new Failure(doing, cause, Optional.empty());
    }

    /// The same, where trying again is more than asking the same once more.
    public Failure triedAgainBy(Runnable other) {
        return new Failure(doing, cause, Optional.of(other));
    }

    /// The sentence alone, for who complains of what is entered or asks in passing.
    public static String reason(Throwable cause) {
        return of("", cause).sentence();
    }

    /// What happened, to what, what to do. An exception that can be told is told; one that only has
    /// an English message is told with what was being done, but where the window speaks English.
    public String sentence() {
        return sentence(unwrapped(cause));
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wraps =
                thrown instanceof UncheckedIOException
                        || thrown instanceof ExecutionException
                        || thrown instanceof CompletionException;
        return wraps && cause != null ? unwrapped(cause) : thrown;
    }

    private String sentence(Throwable thrown) {
        return switch (thrown) {
            case Told told when told.told().isPresent() ->
                    told.told().map(sentence -> sentence.in(Texts.language())).orElseThrow();
            case OutOfMemoryError _ ->
                    doing.isEmpty() ? texts().get("memory") : texts().get("memory.of", doing);
            case FileSystemException refused -> ofFiles(refused);
            case UnknownHostException unknown -> texts().get("host", said(unknown));
            case ConnectException _, HttpTimeoutException _ -> texts().get("connection");
            case IOException full when FULL.matcher(said(full)).find() -> texts().get("full");
            case IOException explained when isInEnglish(explained) -> said(explained);
            case IllegalArgumentException explained when isInEnglish(explained) -> said(explained);
            case IllegalStateException explained when isInEnglish(explained) -> said(explained);
            default -> doing.isEmpty() ? said(thrown) : texts().get("other", doing, said(thrown));
        };
    }

    /// Whether the sentence says all that there is to say; else the log may say what came before.
    boolean explained() {
        return switch (unwrapped(cause)) {
            case Told told when told.told().isPresent() -> true;
            case OutOfMemoryError _, FileSystemException _, UnknownHostException _ -> true;
            case ConnectException _, HttpTimeoutException _ -> true;
            default -> full();
        };
    }

    /// Whether a disk has no room left.
    boolean full() {
        return unwrapped(cause) instanceof IOException refused
                && FULL.matcher(said(refused)).find();
    }

    private String ofFiles(FileSystemException refused) {
        String file = String.valueOf(refused.getFile());
        if (FULL.matcher(said(refused)).find()) {
            return texts().get("full.file", file);
        }
        return switch (refused) {
            case NoSuchFileException _ -> texts().get("gone", file);
            case AccessDeniedException _ -> texts().get("denied", file);
            default -> {
                String reason = refused.getReason();
                yield texts().get("file", file, reason == null ? said(refused) : reason);
            }
        };
    }

    /// The message; the kind where there is none.
    private static String said(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }

    /// Whether its message is the sentence for this window: what the program throws on purpose has
    /// one for people.
    private static boolean isInEnglish(Exception thrown) {
        return thrown.getMessage() != null
                && Texts.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static Texts texts() {
        return Texts.of(Failure.class);
    }

    /// What was being done, what is shown, and where in the program it happened with all causes;
    /// tokens of the Hub and passwords in addresses are left out.
    public String details() {
        var details = new StringWriter();
        details.append(doing).append('\n').append(sentence()).append('\n');
        cause.printStackTrace(new PrintWriter(details, true));
        return SECRET.matcher(details.toString()).replaceAll("[secret]");
    }
}
