package org.clpworkbench.net;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/// How often something that broke is tried again: some times in a row, after pauses of which each
/// is twice as long as the one before, and no sooner than the server asks.
public final class Retries {
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int TRIES = 6;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Progress progress;
    private final Duration pause;
    private final Pauses pauses;
    private int failures;
    private boolean troubled;

    /// How the time between two tries passes.
    @FunctionalInterface
    interface Pauses {
        /// @throws java.util.concurrent.CancellationException when cancelled meanwhile
        void pass(Duration wait) throws IOException;
    }

    /// @param progress asked during pauses whether to go on
    public Retries(Progress progress) {
        this(progress, PAUSE);
    }

    /// @param pause before the first try again
    public Retries(Progress progress, Duration pause) {
        this(progress, pause, wait -> sleep(wait, progress));
    }

    Retries(Progress progress, Duration pause, Pauses pauses) {
        this.progress = progress;
        this.pause = pause;
        this.pauses = pauses;
    }

    /// Something comes again, which may be too little to forget the failures for.
    void goesOn() {
        if (troubled) {
            troubled = false;
            progress.trouble(Optional.empty());
        }
    }

    /// Something went well: failures are counted from the beginning.
    void succeeded() {
        goesOn();
        failures = 0;
    }

    /// Waits until it may be tried again.
    ///
    /// @param what "https://… broke off after 12 bytes", for the failure
    /// @throws IOException when it has been tried often enough, or the server wants to be left
    ///   alone for more than five minutes
    /// @throws java.util.concurrent.CancellationException when cancelled meanwhile
    public void again(Sentence what, IOException broken) throws IOException {
        failures++;
        if (failures >= TRIES) {
            throw new ToldException(
                    Sentence.of(Retries.class, "often", what, failures, said(broken)), broken);
        }
        Duration wait = pause.multipliedBy(1L << (failures - 1));
        if (broken instanceof LaterException later && later.after().compareTo(wait) > 0) {
            wait = later.after();
        }
        if (wait.compareTo(LONGEST) > 0) {
            throw new ToldException(
                    Sentence.of(Retries.class, "wait", what, said(broken), wait.toMinutes()),
                    broken);
        }
        troubled = true;
        progress.trouble(Optional.of(Sentence.of(Retries.class, "again", what, said(broken))));
        pauses.pass(wait);
    }

    private static void sleep(Duration wait, Progress progress) throws IOException {
        long until = System.nanoTime() + wait.toNanos();
        for (long left = wait.toNanos(); left > 0; left = until - System.nanoTime()) {
            progress.checkCancelled();
            try {
                Thread.sleep(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new RefusedException(
                        Sentence.of(Retries.class, "interrupted.pause"), interrupted);
            }
        }
        progress.checkCancelled();
    }

    /// Why, within another sentence.
    private static Object said(IOException broken) {
        String message = broken.getMessage();
        return switch (broken) {
            case Told told when told.told().isPresent() -> Told.reason(broken);
            case HttpTimeoutException _ -> Sentence.of(Retries.class, "silent");
            case ConnectException _ when message == null ->
                    Sentence.of(Retries.class, "unreachable");
            default -> {
                String sentence = message == null ? broken.getClass().getSimpleName() : message;
                yield sentence.replaceFirst("\\.$", "");
            }
        };
    }
}
