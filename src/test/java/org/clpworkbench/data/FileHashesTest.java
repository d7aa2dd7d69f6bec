package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class FileHashesTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.now().minusSeconds(90));

    @TempDir Path folder;
    private Path file;
    private Path kept;

    @BeforeEach
    void writeAFile() throws IOException {
        kept = folder.resolve("file-hashes.json");
        file = Files.writeString(folder.resolve("a.txt"), "eins zwei drei");
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    private FileHashes open() throws IOException {
        return FileHashes.open(kept);
    }

    @Test
    void readsAFileOnceThatStaysAsItWas() throws IOException {
        FileHashes hashes = open();
        assertThat(hashes.known(file)).isEmpty();
        String hash = hashes.of(file, Progress.unwatched());
        hashes.save();
        assertThat(open().known(file)).contains(hash);
    }

    @Test
    void twoThatSaveAtOnceDoNotTakeEachOthersFile() throws Exception {
        FileHashes one = open();
        FileHashes other = open();
        String hash = one.of(file, Progress.unwatched());
        other.of(file, Progress.unwatched());
        try (var both = Executors.newFixedThreadPool(2)) {
            for (Future<?> saved : both.invokeAll(List.of(saving(one), saving(other)))) {
                saved.get();
            }
        }
        assertThat(open().known(file)).contains(hash);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(file, kept);
        }
    }

    private static Callable<Void> saving(FileHashes hashes) {
        return () -> {
            for (int time = 0; time < 200; time++) {
                hashes.save();
            }
            return null;
        };
    }

    /// Only the time that Unix keeps by itself tells.
    @Test
    void noticesAChangeAfterWhichSizeAndTimeAreAsBefore() throws Exception {
        assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("unix"),
                "needs a file system that keeps the time of the last change by itself");
        FileHashes hashes = open();
        String before = hashes.of(file, Progress.unwatched());
        // more than a tick of the system's clock
        Thread.sleep(50);
        Files.writeString(file, "eins zwei vier");
        Files.setLastModifiedTime(file, LONG_AGO);

        assertThat(hashes.known(file)).isEmpty();
        assertThat(hashes.of(file, Progress.unwatched())).isNotEqualTo(before);
    }

    @Test
    void readsAgainWhatAnEarlierVersionHasNoted() throws IOException {
        String noted =
                "{\"%s\": {\"size\": 14, \"modified\": %d, \"sha256\": \"0\"}}"
                        .formatted(file, LONG_AGO.toInstant().toEpochMilli() * 1_000_000);
        Files.writeString(kept, noted);
        assertThat(open().known(file)).isEmpty();
    }
}
