package org.clpworkbench.hub;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// A lock by a file that Python's `filelock` honours too. On Linux and macOS that is `flock`, which
/// Java's own locks of files know nothing of; on Windows both lock the file's first byte. A process
/// that dies leaves none.
final class CacheLock implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    @FunctionalInterface
    private interface Release {
        void run() throws IOException;
    }

    private final Release release;

    private CacheLock(Release release) {
        this.release = release;
    }

    /// Waits until nobody else holds it.
    ///
    /// @throws java.util.concurrent.CancellationException when cancelled meanwhile
    static CacheLock take(Path file, Progress progress) throws IOException {
        while (true) {
            Optional<CacheLock> lock = tryTake(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            progress.checkCancelled();
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while waiting for " + file + ".", interrupted);
            }
        }
    }

    /// Takes it, unless somebody else in this or another process holds it.
    static Optional<CacheLock> tryTake(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (WINDOWS) {
            return byChannel(file);
        }
        try {
            return Optional.of(new CacheLock(Flock.take(file)));
        } catch (Flock.HeldException held) {
            return Optional.empty();
        }
    }

    private static Optional<CacheLock> byChannel(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(0, 1, false);
            if (lock != null) {
                return Optional.of(new CacheLock(channel::close));
            }
        } catch (OverlappingFileLockException ours) {
            // another thread of this process
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        release.run();
    }

    /// The C library's open, flock and close.
    @SuppressWarnings("restricted") // native access is what the start script grants
    private static final class Flock {
        private static final int EXCLUSIVE = 2;
        private static final int NOT_WAITING = 4;
        private static final Linker LINKER = Linker.nativeLinker();

        private static final MethodHandle FLOCK =
                function(
                        "flock",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        private static final MethodHandle OPEN =
                function(
                        "open",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        private static final MethodHandle CLOSE =
                function(
                        "close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

        static final class HeldException extends Exception {
            private static final long serialVersionUID = 1;
        }

        private static MethodHandle function(String name, FunctionDescriptor type) {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
        }

        static Release take(Path file) throws IOException, HeldException {
            if (!Files.exists(file)) {
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
            }
            int descriptor = open(file);
            if (call(FLOCK, descriptor, EXCLUSIVE | NOT_WAITING) != 0) {
                call(CLOSE, descriptor);
                throw new HeldException();
            }
            return () -> call(CLOSE, descriptor);
        }

        private static int open(Path file) throws IOException {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment name = arena.allocateFrom(file.toString());
                int descriptor = call(OPEN, name, 0);
                if (descriptor < 0) {
                    throw new ToldException(Sentence.of(CacheLock.class, "lock", file));
                }
                return descriptor;
            }
        }

        private static int call(MethodHandle function, Object... arguments) {
            try {
                return (int) function.invokeWithArguments(arguments);
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
