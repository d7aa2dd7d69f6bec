package org.clpworkbench.run;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// The file `lock` of a run folder: which process owns the run, and whether it is at it or has it
/// in its queue. A process is known by its id and the second of its start, since ids are used
/// again.
record RunLock(long process, long started, boolean working) {
    private static final String FILE = "lock";

    /// Takes the run for this process.
    ///
    /// @throws IOException when a living process has it
    static void acquire(Path run) throws IOException {
        var lock = mine(false);
        Path file = run.resolve(FILE);
        Optional<RunLock> holder = read(run);
        if (holder.isPresent() && holder.get().alive() && !holder.get().isMine()) {
            throw new ToldException(
                    Sentence.of(RunLock.class, "run.locked", run, holder.get().process()));
        }
        Files.deleteIfExists(file);
        try {
            Files.writeString(file, lock.text(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException raced) {
            throw new ToldException(Sentence.of(RunLock.class, "run.taken", run), raced);
        }
    }

    /// Says that this process is at it now.
    static void working(Path run) throws IOException {
        WholeFiles.write(run.resolve(FILE), mine(true).text().getBytes(StandardCharsets.UTF_8));
    }

    static void release(Path run) throws IOException {
        Files.deleteIfExists(run.resolve(FILE));
    }

    static Optional<RunLock> read(Path run) throws IOException {
        try {
            String[] parts = Files.readString(run.resolve(FILE)).strip().split(" ");
            return Optional.of(
                    new RunLock(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            parts[2].equals("working")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException halfWritten) {
            return Optional.empty();
        }
    }

    boolean alive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(handle -> startSecond(handle) == started)
                .orElse(false);
    }

    private boolean isMine() {
        return process == ProcessHandle.current().pid();
    }

    private static RunLock mine(boolean working) {
        ProcessHandle me = ProcessHandle.current();
        return new RunLock(me.pid(), startSecond(me), working);
    }

    private static long startSecond(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }

    private String text() {
        return process + " " + started + " " + (working ? "working" : "waiting") + "\n";
    }
}
