package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.hub.HubCache.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class HubCacheTest {
    private static final RepositoryId ID = new RepositoryId("somebody/model");

    @TempDir Path folder;

    private Path snapshot(String commit) throws IOException {
        return Files.createDirectories(
                folder.resolve("models--somebody--model/snapshots").resolve(commit));
    }

    private void refer(String revision, String commit) throws IOException {
        Path reference = folder.resolve("models--somebody--model/refs").resolve(revision);
        Files.createDirectories(reference.getParent());
        Files.writeString(reference, commit);
    }

    /// `snapshot_download(revision=…)` of a commit leaves no reference, and one of a pull request
    /// leaves one in folders.
    @Test
    void listsWhatWasFetchedByACommitOrOfAPullRequest() throws IOException {
        String alone = "a".repeat(40);
        String main = "b".repeat(40);
        String request = "c".repeat(40);
        refer("main", main);
        refer("refs/pr/1", request);
        refer("gone", "d".repeat(40));
        var cache = new HubCache(folder, true);
        assertThat(cache.list(RepositoryKind.MODEL)).isEmpty();
        for (String commit : List.of(alone, main, request)) {
            snapshot(commit);
        }
        assertThat(cache.list(RepositoryKind.MODEL))
                .containsExactly(
                        new Kept(ID, Revision.MAIN, snapshot(main)),
                        new Kept(ID, new Revision("refs/pr/1"), snapshot(request)),
                        new Kept(ID, new Revision(alone), snapshot(alone)));
        assertThat(cache.list(RepositoryKind.DATA_SET)).isEmpty();
    }
}
