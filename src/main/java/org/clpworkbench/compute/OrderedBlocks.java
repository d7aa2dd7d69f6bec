package org.clpworkbench.compute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Computes pieces of work on all cores and hands their results on in order. Each piece has one
/// core to itself, dense products included: what comes out owes nothing to how many there are.
public final class OrderedBlocks {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final ExecutorService POOL = SingleCoreThreads.pool(CORES);

    /// Takes the results, on the calling thread.
    @FunctionalInterface
    public interface Taker<T, X extends Exception> {
        void take(T result) throws X;
    }

    private OrderedBlocks() {}

    /// Computes pieces 0 to `count` − 1, at most one more than there are cores at a time, and gives
    /// each result to `taker` in that order; results it does not get, because it failed, are
    /// closed. Returns, also by an exception, only when no piece is being computed any more. Not to
    /// be called from within a piece.
    public static <T, X extends Exception> void run(
            int count, IntFunction<T> compute, Taker<T, X> taker) throws X {
        Deque<Future<T>> ahead = new ArrayDeque<>();
        var stopped = new AtomicBoolean();
        try {
            for (int next = 0; next < count || !ahead.isEmpty(); ) {
                if (next < count && ahead.size() <= CORES) {
                    int piece = next++;
                    ahead.add(POOL.submit(() -> stopped.get() ? null : compute.apply(piece)));
                } else {
                    taker.take(result(ahead.remove()));
                }
            }
        } finally {
            stopped.set(true);
            ahead.forEach(OrderedBlocks::discard);
        }
    }

    /// One piece alone, so that it too is computed on one core.
    public static <T> T one(Supplier<T> compute) {
        var results = new ArrayList<T>();
        run(1, _ -> compute.get(), results::add);
        return results.getFirst();
    }

    /// Waits for a piece that nobody will take, and closes its result.
    private static void discard(Future<?> piece) {
        awaitEnd(piece);
        if (piece.state() == Future.State.SUCCESS
                && piece.resultNow() instanceof AutoCloseable result) {
            try {
                result.close();
            } catch (Exception untold) {
                // the failure that ended the run is the one to tell of
            }
        }
    }

    private static <T> T result(Future<T> piece) {
        awaitEnd(piece);
        if (piece.state() == Future.State.SUCCESS) {
            return piece.resultNow();
        }
        switch (piece.exceptionNow()) {
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            case Throwable checked -> throw new IllegalStateException(checked);
        }
    }

    /// What a piece works on must outlive it, so an interruption waits too.
    private static void awaitEnd(Future<?> piece) {
        boolean interrupted = false;
        while (!piece.isDone()) {
            try {
                piece.get();
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException told) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
