package org.clpworkbench.ui.generate;

import org.clpworkbench.generation.WriterLine.Written;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/// The tokens that a process sends, from any thread, until the window takes them. It is their
/// coming that is timed: the window looks now and then, and not at all while another screen is
/// open.
final class Arrivals implements Consumer<Written> {
    private static final double NANOS = 1e9;

    private final Queue<Written> waiting = new ArrayDeque<>();
    private int count;
    private long first;
    private long last;

    @Override
    public synchronized void accept(Written token) {
        last = System.nanoTime();
        first = count == 0 ? last : first;
        count++;
        waiting.add(token);
    }

    /// Takes the next token; empty when none waits.
    synchronized Optional<Written> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /// Tokens a second from the first to the last; no number before a second one has come.
    synchronized double rate() {
        return count < 2 ? Double.NaN : (count - 1) * NANOS / (last - first);
    }
}
