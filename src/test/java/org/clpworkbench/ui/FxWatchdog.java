package org.clpworkbench.ui;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// Asks the JavaFX thread for an answer a hundred times a second, and tells of the answers that it
/// kept waiting by its own doing. An answer counts as kept waiting when it came later than allowed
/// and the thread either
///
/// - computed for longer than that meanwhile, by its own processor time, which leaves out the time
///   that others had its core; or
/// - was found, when the time was over or over again, waiting in this program's code: for a lock,
///   for another thread, or for the operating system to read or write.
///
/// A late answer of a thread that was ready to run, or waited for nothing but the next event or the
/// renderer (here software draws, on the cores that compute), does not count: a person waits then
/// too, but for the machine, which had other processes to serve or stopped all threads to collect
/// garbage. Whether that happens says nothing of the program, and no test could hold it.
final class FxWatchdog implements AutoCloseable {
    /// @param moment what the test was doing, "" where it only waited
    /// @param waited until the answer, in milliseconds
    /// @param computed processor time of the JavaFX thread meanwhile, in milliseconds
    private record Answer(String moment, double waited, double computed) {
        String figures() {
            return String.format(Locale.ROOT, "%.0f ms, %.0f of them computing", waited, computed);
        }
    }

    /// @param answer that was kept waiting
    /// @param held how much of that was the thread's own doing, in milliseconds: what it computed
    ///   or, where that is more, was found waiting in this program's code, looked at each time that
    ///   the allowed time was over again
    /// @param doing the JavaFX thread's stack when it was late
    record Block(Answer answer, double held, String doing) {
        /// Whether it was in the code of one of these packages of the program.
        boolean isIn(List<String> packages) {
            return packages.stream().anyMatch(name -> doing.contains(PROGRAM + "." + name + "."));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: held for %.0f ms%n%s:%n%s",
                    answer.moment().isEmpty() ? "between" : answer.moment(),
                    held,
                    answer.figures(),
                    doing);
        }
    }

    private static final String PROGRAM = "org.clpworkbench";
    private static final List<String> WAITING_FOR_THE_SYSTEM =
            List.of("java.io.", "java.net.", "sun.nio.", "java.lang.Process");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PAUSE_MILLIS = 10;
    private static final long SETTLE_MILLIS = 400;

    private final long mostNanos;
    private final Thread watched;
    private final Thread asking = new Thread(this::ask, "fx-watchdog");
    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean over;
    private volatile boolean looksAway;
    private volatile String moment = "";

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
        String doingNow = moment;
        long computed = THREADS.getThreadCpuTime(watched.threadId());
        long asked = System.nanoTime();
        Platform.runLater(answered::countDown);
        String stackTold = "";
        int found = 0;
        while (!answered.await(mostNanos, TimeUnit.NANOSECONDS)) {
            StackTraceElement[] stack = watched.getStackTrace();
            Thread.State state = watched.getState();
            boolean waits = waits(state, stack);
            if (stackTold.isEmpty() || (waits && found == 0)) {
                stackTold = state + "\n" + told(stack);
            }
            found += waits ? 1 : 0;
        }
        double waited = (System.nanoTime() - asked) / 1e6;
        double own = (THREADS.getThreadCpuTime(watched.threadId()) - computed) / 1e6;
        if (looksAway) {
            return;
        }
        var answer = new Answer(doingNow.isEmpty() ? moment : doingNow, waited, own);
        answers.add(answer);
        if (waited * 1e6 > mostNanos && (own * 1e6 > mostNanos || found > 0)) {
            blocks.add(new Block(answer, Math.max(own, found * mostNanos / 1e6), stackTold));
        }
    }

    /// Whether it waits in the program's code. Java calls a thread runnable too that the operating
    /// system lets wait for a file or a connection.
    private static boolean waits(Thread.State state, StackTraceElement[] stack) {
        boolean ours = Stream.of(stack).anyMatch(call -> call.getClassName().startsWith(PROGRAM));
        return ours && (state != Thread.State.RUNNABLE || waitsForTheSystem(stack[0]));
    }

    private static boolean waitsForTheSystem(StackTraceElement call) {
        return call.isNativeMethod()
                && WAITING_FOR_THE_SYSTEM.stream().anyMatch(call.getClassName()::startsWith);
    }

    private static String told(StackTraceElement[] stack) {
        var lines = new StringBuilder();
        for (int call = 0; call < Math.min(40, stack.length); call++) {
            lines.append("    at ").append(stack[call]).append('\n');
        }
        return lines.toString();
    }

    /// Has something done in the window, and lets it settle; what is kept waiting meanwhile is told
    /// by this name.
    void during(String what, Runnable done) {
        moment = what;
        settle(done);
        moment = "";
    }

    /// The same without asking.
    void without(Runnable done) {
        looksAway = true;
        settle(done);
        looksAway = false;
    }

    private static void settle(Runnable done) {
        done.run();
        WorkbenchWindow.pause(SETTLE_MILLIS);
        WorkbenchWindow.onFxThread(() -> true);
    }

    /// Begins anew.
    void forget() {
        blocks.clear();
        answers.clear();
    }

    /// The times that it did not answer in time for reasons of its own.
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /// Those of them that it held for longer.
    List<Block> blocks(long millis) {
        return blocks.stream().filter(block -> block.held() > millis).toList();
    }

    /// For so many of a hundred answers it computed no longer, in milliseconds.
    double computed(int percent) {
        double[] sorted = answers.stream().mapToDouble(Answer::computed).sorted().toArray();
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    /// "1,204 questions: answered after 0.2 ms in the median, 31.0 at worst", and the answer of
    /// each named moment that it computed longest for.
    String summary() {
        double[] sorted = answers.stream().mapToDouble(Answer::waited).sorted().toArray();
        var lines = new StringBuilder();
        lines.append(
                String.format(
                        Locale.ROOT,
                        "%,d questions to the JavaFX thread: answered after %.1f ms in the median,"
                                + " %.1f of 99 in 100, %.1f at worst",
                        sorted.length,
                        sorted[sorted.length / 2],
                        sorted[(int) (sorted.length * 0.99)],
                        sorted[sorted.length - 1]));
        var longest = new TreeMap<String, Answer>();
        var byComputing = BinaryOperator.maxBy(Comparator.comparingDouble(Answer::computed));
        answers.forEach(answer -> longest.merge(answer.moment(), answer, byComputing));
        longest.forEach(
                (name, answer) ->
                        lines.append("\n    ")
                                .append(name.isEmpty() ? "between" : name)
                                .append(": ")
                                .append(answer.figures()));
        return lines.toString();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        asking.join();
    }
}
