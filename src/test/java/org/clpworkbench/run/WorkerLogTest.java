package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class WorkerLogTest {
    @TempDir private Path workspace;

    @Test
    void liesBesideTheFirstOfTheRunsThatAWorkerTook() throws IOException {
        RunFolder first = MadeUpRuns.create(workspace, "random", 200);
        RunFolder second = MadeUpRuns.create(workspace, "linear", 200);
        RunFolder other = MadeUpRuns.create(workspace, "clp", 200);
        Path log = log(first, "ERROR Run " + second.path() + " failed", 1000);
        log(other, "Trained 1 runs.", 2000);

        assertThat(WorkerLog.of(first)).contains(log);
        assertThat(WorkerLog.of(second)).contains(log);
    }

    @Test
    void ofARunThatWasResumedAloneIsTheLatest() throws IOException {
        RunFolder first = MadeUpRuns.create(workspace, "random", 200);
        RunFolder second = MadeUpRuns.create(workspace, "linear", 200);
        log(first, "ERROR Run " + second.path() + " failed", 1000);
        Path own = log(second, "Killed", 2000);

        assertThat(WorkerLog.of(second)).contains(own);
    }

    @Test
    void mayBeMissing() throws IOException {
        assertThat(WorkerLog.of(MadeUpRuns.create(workspace, "random", 200))).isEmpty();
    }

    private static Path log(RunFolder run, String words, long written) throws IOException {
        Path log = Files.writeString(run.path().resolve("worker.log"), words);
        return Files.setLastModifiedTime(log, FileTime.fromMillis(written));
    }
}
