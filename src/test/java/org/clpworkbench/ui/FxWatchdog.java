package org.clpworkbench.ui;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks the JavaFX thread for an answer a hundred times a second, and tells of the answers that
/// were kept waiting because it was computing, or waited for a lock, a file or another thread. An
/// answer that was late only because other processes had the processor is no fault of its.
final class FxWatchdog implements AutoCloseable {
    /// @param waited until the answer, in milliseconds
    /// @param computed processor time of the JavaFX thread meanwhile, in milliseconds
    /// @param doing its stack when it was late
    record Block(double waited, double computed, String doing) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.0f ms, %.0f of them computing:%n%s", waited, computed, doing);
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PAUSE_MILLIS = 10;
    private static final long SETTLE_MILLIS = 400;

    private final long mostNanos;
    private final Thread watched;
    private final Thread asking = new Thread(this::ask, "fx-watchdog");
    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private final List<Double> waits = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;
    private volatile boolean looksAway;

    FxWatchdog(long mostMillis) {
        mostNanos = TimeUnit.MILLISECONDS.toNanos(mostMillis);
        watched = WorkbenchWindow.onFxThread(Thread::currentThread);
        asking.setPriority(Thread.MAX_PRIORITY);
        asking.start();
    }

    private void ask() {
        try {
            while (!over) {
                if (!looksAway) {
                    askOnce();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void askOnce() throws InterruptedException {
        var answered = new CountDownLatch(1);
        long computed = THREADS.getThreadCpuTime(watched.threadId());
        long asked = System.nanoTime();
        Platform.runLater(answered::countDown);
        String doing = "";
        boolean waiting = false;
        if (!answered.await(mostNanos, TimeUnit.NANOSECONDS)) {
            StackTraceElement[] stack = watched.getStackTrace();
            Thread.State state = watched.getState();
            waiting = state != Thread.State.RUNNABLE && !idle(stack);
            doing = state + "\n" + told(stack);
            answered.await();
        }
        double waited = (System.nanoTime() - asked) / 1e6;
        double own = (THREADS.getThreadCpuTime(watched.threadId()) - computed) / 1e6;
        if (looksAway) {
            return;
        }
        waits.add(waited);
        if (waited * 1e6 > mostNanos && (own * 1e6 > mostNanos || waiting)) {
            blocks.add(new Block(waited, own, doing));
        }
    }

    /// Whether it waits for something to do, or for the renderer to take the last frame over: here
    /// software draws, on the cores that compute.
    private static boolean idle(StackTraceElement[] stack) {
        for (StackTraceElement call : stack) {
            if (call.getClassName().startsWith("org.clpworkbench")) {
                return false;
            }
        }
        return true;
    }

    private static String told(StackTraceElement[] stack) {
        var lines = new StringBuilder();
        for (int call = 0; call < Math.min(40, stack.length); call++) {
            lines.append("    at ").append(stack[call]).append('\n');
        }
        return lines.toString();
    }

    /// Has something done in the window, and lets it settle, without asking.
    void without(Runnable done) {
        looksAway = true;
        done.run();
        WorkbenchWindow.pause(SETTLE_MILLIS);
        WorkbenchWindow.onFxThread(() -> true);
        looksAway = false;
    }

    /// Begins anew.
    void forget() {
        blocks.clear();
        waits.clear();
    }

    /// The times that it did not answer in time for reasons of its own.
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /// "1,204 questions: answered after 0.2 ms in the median, 31.0 at worst".
    String summary() {
        List<Double> sorted = waits.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%,d questions to the JavaFX thread: answered after %.1f ms in the median, %.1f"
                        + " of 99 in 100, %.1f at worst",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.getLast());
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        asking.join();
    }
}
