package org.clpworkbench.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Keeps native memory from being closed while some thread asks it: short questions need not wait
/// in the queue of computing jobs for that. Several threads may ask at once.
public final class OpenWhileAsked {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /// @throws CancellationException when it is closed, so that nobody waits for the answer
    public <T> T ask(Supplier<T> question) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new CancellationException();
            }
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Closes once, when nobody asks any more.
    public void close(Runnable closing) {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closing.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
