package org.clpworkbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LogTailTest {
    private static final String INFO =
            "2026-11-27T03:00:00.123+00:00 INFO  [main] o.c.Launcher Started\n";
    private static final String ERROR =
            "2026-11-27T03:00:01.123Z ERROR [wait-1] o.c.job.RunningJob Failed\n"
                    + "java.io.IOException: broken\n\tat somewhere\n";

    @TempDir private Path folder;

    @Test
    void aStackTraceBelongsToItsMessage() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), INFO + ERROR + INFO);

        var entries = LogTail.read(log);

        assertThat(entries).extracting(LogEntry::level).containsExactly("INFO", "ERROR", "INFO");
        assertThat(entries.get(1).text()).endsWith("\tat somewhere");
        assertThat(entries).extracting(LogEntry::trouble).containsExactly(false, true, false);
    }

    @Test
    void ofALongLogOnlyTheEndIsRead() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), INFO.repeat(10_000) + ERROR);

        var entries = LogTail.read(log);

        assertThat(entries).hasSizeBetween(3_000, 5_000);
        assertThat(entries.getFirst().text()).isEqualTo(INFO.strip());
        assertThat(entries.getLast().level()).isEqualTo("ERROR");
    }

    @Test
    void whereThereIsNoLogThereAreNoMessages() throws IOException {
        assertThat(LogTail.read(folder.resolve("none.log"))).isEmpty();
    }
}
