package org.clpworkbench.transfer;

/// Where the time of a transfer goes. Used on the transfer's own thread.
final class TransferClock {
    private final long began = System.nanoTime();
    private long since = began;
    private long texts;
    private long computing;

    /// What was done since any of these three was called last: reading texts, and training vectors
    /// on them.
    void texts() {
        texts += lap();
    }

    /// Making rows, and looking at them.
    void computing() {
        computing += lap();
    }

    /// All else.
    void other() {
        lap();
    }

    private long lap() {
        long before = since;
        since = System.nanoTime();
        return since - before;
    }

    SpentTime spent(Effort effort) {
        double all = seconds(System.nanoTime() - began);
        return new SpentTime(
                effort,
                seconds(texts),
                seconds(computing),
                Math.max(0, all - seconds(texts) - seconds(computing)));
    }

    private static double seconds(long nanoseconds) {
        return nanoseconds / 1e9;
    }
}
