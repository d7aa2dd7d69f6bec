package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.DownloadSnapshot;
import org.clpworkbench.hub.DownloadState;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class DownloadRowTest {
    private static final long TOTAL = 2_750_000_000L;

    @Test
    void saysHowFastBytesCome() {
        assertThat(DownloadRow.figures(snapshot(DownloadState.FETCHING, TOTAL - 1)))
                .startsWith("3 of 4 files")
                .endsWith("left");
    }

    @Test
    void saysThatItVerifiesWhatIsHere() {
        assertThat(DownloadRow.figures(snapshot(DownloadState.FETCHING, TOTAL)))
                .startsWith("Verifying · 3 of 4 files")
                .doesNotContain("/s")
                .doesNotContain("left");
        assertThat(DownloadRow.figures(snapshot(DownloadState.PAUSED, TOTAL)))
                .startsWith("Paused · 3 of 4 files");
    }

    private static DownloadSnapshot snapshot(DownloadState state, long done) {
        return new DownloadSnapshot(
                new DownloadRequest(new RepositoryId("a/one"), Revision.MAIN, FileChoice.NEEDED),
                state,
                Optional.empty(),
                3,
                4,
                done,
                TOTAL,
                0,
                25e6,
                Optional.of(Duration.ofSeconds(4)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
