package org.clpworkbench.cli;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Progress on standard error: on a terminal one line that is drawn anew ten times a second,
/// elsewhere a line a stage and one every ten seconds.
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter err;
    private final Interruption interruption;
    private final boolean terminal;
    private final long interval;
    private String stage = "";
    private Optional<Sentence> trouble = Optional.empty();
    private long began = System.nanoTime();
    private long shown = began;
    private boolean drawn;

    ConsoleProgress(PrintWriter err, Interruption interruption) {
        this(err, interruption, onTerminal());
    }

    ConsoleProgress(PrintWriter err, Interruption interruption, boolean terminal) {
        this.err = err;
        this.interruption = interruption;
        this.terminal = terminal;
        this.interval = Duration.ofMillis(terminal ? 100 : 10_000).toNanos();
    }

    @Override
    public synchronized void stage(String name) {
        if (name.equals(stage)) {
            return;
        }
        close();
        stage = name;
        began = System.nanoTime();
        shown = began;
        if (terminal) {
            draw(name + " …");
        } else {
            err.println(name + " …");
        }
    }

    @Override
    public synchronized void update(long done, long total, String unit) {
        if (due()) {
            write(line(stage, done, total, unit, Duration.ofNanos(shown - began)));
        }
    }

    /// How far it is in other words than those of {@link #update}, as often.
    synchronized void show(String line) {
        if (due()) {
            write(line);
        }
    }

    /// On a line that stays, once for each.
    @Override
    public synchronized void trouble(Optional<Sentence> what) {
        if (what.isPresent() && !what.equals(trouble)) {
            close();
            err.println("It is tried again: " + what.get().inEnglish());
        }
        trouble = what;
    }

    private boolean due() {
        long now = System.nanoTime();
        if (now - shown < interval) {
            return false;
        }
        shown = now;
        return true;
    }

    private void write(String line) {
        if (terminal) {
            draw(line);
        } else {
            err.println(line);
        }
    }

    /// "Copying tensors: 3 of 12 rows, 1.5 rows/s, 0:06 left".
    static String line(String stage, long done, long total, String unit, Duration elapsed) {
        double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
        double rate = done / seconds;
        String line =
                stage
                        + ": "
                        + (unit.equals("bytes")
                                ? megabytes(done, total, rate)
                                : counted(done, total, rate, unit));
        if (total <= 0 || done <= 0) {
            return line;
        }
        long left = Math.round((total - done) / rate);
        return line + String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
    }

    private static String counted(long done, long total, double rate, String unit) {
        String amount = total > 0 ? "%,d of %,d %s" : "%,d %3$s";
        String speed = rate >= 10 ? ", %,.0f %s/s" : ", %.1f %s/s";
        return String.format(Locale.ROOT, amount, done, total, unit)
                + String.format(Locale.ROOT, speed, rate, unit);
    }

    private static String megabytes(long done, long total, double rate) {
        String amount = total > 0 ? "%,.1f of %,.1f MB" : "%,.1f MB";
        return String.format(Locale.ROOT, amount, done / 1e6, total / 1e6)
                + String.format(Locale.ROOT, ", %,.1f MB/s", rate / 1e6);
    }

    @Override
    public boolean cancelled() {
        return interruption.requested();
    }

    private void draw(String line) {
        err.print(ERASE + line);
        err.flush();
        drawn = true;
    }

    /// Takes the line away.
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print(ERASE);
            err.flush();
            drawn = false;
        }
    }

    private static boolean onTerminal() {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            var console = System.console();
            return console != null && console.isTerminal();
        }
    }
}
