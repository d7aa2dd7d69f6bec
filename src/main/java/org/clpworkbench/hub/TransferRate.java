package org.clpworkbench.hub;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How fast bytes come: those of the last ten seconds, so that neither an old pause nor what was
/// here before is counted.
final class TransferRate {
    static final Duration WINDOW = Duration.ofSeconds(10);

    /// Bytes that came in a tenth of a second.
    private record Slice(long tenth, long bytes) {}

    private static final long TENTH = Duration.ofMillis(100).toNanos();

    private final Deque<Slice> slices = new ArrayDeque<>();
    private long begun = Long.MIN_VALUE;
    private long sum;

    /// From now on it counts, from nothing.
    synchronized void begin(long nanos) {
        slices.clear();
        sum = 0;
        begun = nanos;
    }

    synchronized void add(long bytes, long nanos) {
        long tenth = nanos / TENTH;
        Slice last = slices.peekLast();
        if (last != null && last.tenth == tenth) {
            slices.removeLast();
            slices.addLast(new Slice(tenth, last.bytes + bytes));
        } else {
            slices.addLast(new Slice(tenth, bytes));
        }
        sum += bytes;
        forget(nanos);
    }

    /// Bytes a second.
    synchronized double perSecond(long nanos) {
        forget(nanos);
        if (begun == Long.MIN_VALUE || sum == 0) {
            return 0;
        }
        long span = Math.clamp(nanos - begun, TENTH, WINDOW.toNanos());
        return sum * 1e9 / span;
    }

    private void forget(long nanos) {
        long oldest = (nanos - WINDOW.toNanos()) / TENTH;
        while (!slices.isEmpty() && slices.getFirst().tenth < oldest) {
            sum -= slices.removeFirst().bytes;
        }
    }
}
