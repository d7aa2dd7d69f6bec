package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A data set that is called as the model beside it.
class DataSetDownloadTest extends DownloadCase {
    private static final RepositoryId TEXTS = ID.as(RepositoryKind.DATA_SET);
    private static final byte[] TRAIN = HubServer.bytes(11, 300_000);
    private static final byte[] TEST = HubServer.bytes(12, 40_000);
    private static final byte[] LINES = text("{\"text\": \"Guten Morgen\"}\n");

    @BeforeEach
    void serve() {
        server.dataSet(
                TEXTS.name(),
                Map.of(
                        "README.md", text("# Texts"),
                        "de/train.parquet", TRAIN,
                        "de/test.parquet", TEST,
                        "more.jsonl", LINES,
                        "load.py", text("import datasets")));
    }

    private static DownloadRequest wanted(String... include) {
        return new DownloadRequest(
                TEXTS, Revision.MAIN, new FileChoice(List.of(include), List.of()));
    }

    private DownloadSnapshot come(String... include) throws Exception {
        try (var queue = queue()) {
            return rest(queue.add(wanted(include)));
        }
    }

    private Path folder() {
        return home.resolve("hf/hub/datasets--somebody--model");
    }

    private Path files() {
        return folder().resolve("snapshots").resolve(HubServer.COMMIT);
    }

    @Test
    void liesInTheHubsOwnLayout() throws Exception {
        DownloadSnapshot done = come();

        assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
        assertThat(done.folder()).contains(files());
        assertThat(done.filesDone()).isEqualTo(4);
        assertThat(folder().resolve("refs/main")).hasContent(HubServer.COMMIT);
        assertThat(files().resolve("de/train.parquet")).hasBinaryContent(TRAIN);
        assertThat(Files.readSymbolicLink(files().resolve("de/train.parquet")))
                .isEqualTo(Path.of("../../../blobs/" + HubServer.sha256(TRAIN)));
        assertThat(Files.readSymbolicLink(files().resolve("more.jsonl")))
                .isEqualTo(Path.of("../../blobs/" + HubServer.blobId(LINES)));
        assertThat(files().resolve("load.py")).doesNotExist();
        assertThat(home.resolve("hf/hub/.locks/datasets--somebody--model")).isDirectory();
        assertThat(server.asked())
                .anyMatch(line -> line.startsWith("GET /api/datasets/somebody/model/revision/main"))
                .anyMatch(line -> line.startsWith("HEAD /datasets/somebody/model/resolve/"));

        var cache = HubCache.of(server.environment(home));
        assertThat(cache.list(RepositoryKind.DATA_SET))
                .containsExactly(new HubCache.Kept(TEXTS, Revision.MAIN, files()));
        assertThat(cache.list(RepositoryKind.MODEL)).isEmpty();
        assertThat(cache.find(ID, Revision.MAIN)).isEmpty();
    }

    @Test
    void onlyTheFilesAskedForAreFetched() throws Exception {
        come("de/te*");
        assertThat(files().resolve("de/test.parquet")).hasBinaryContent(TEST);
        assertThat(files().resolve("de/train.parquet")).doesNotExist();
        assertThat(server.cdn().sent()).isEqualTo(TEST.length);
        assertThat(come("de/*").state()).isEqualTo(DownloadState.DONE);
        assertThat(server.cdn().sent()).isEqualTo(TEST.length + TRAIN.length);
    }

    @Test
    void goesOnAfterARestartBesideTheModelOfTheSameName() throws Exception {
        server.cdn().slowedTo(100_000);
        try (var queue = queue()) {
            Download texts = queue.add(wanted("de/train*"));
            until(texts, now -> now.done() > 100_000);
            texts.pause();
            rest(texts);
            queue.add(wanted()).pause();
            queue.add(DownloadCase.request()).pause();
        }
        server.cdn().slowedTo(Integer.MAX_VALUE);

        try (var queue = queue()) {
            queue.takeUp();
            assertThat(queue.list())
                    .extracting(Download::request)
                    .containsExactlyInAnyOrder(
                            wanted("de/train*"), wanted(), DownloadCase.request());
            for (Download download : queue.list()) {
                download.resume();
                DownloadSnapshot done = rest(download);
                assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
            }
        }
        assertThat(files().resolve("de/train.parquet")).hasBinaryContent(TRAIN);
        assertWhole();
        assertThat(server.cdn().sent())
                .isLessThan(FIRST.length + SECOND.length + TEST.length + TRAIN.length + 200_000L);
        assertThat(home.resolve("downloads")).isEmptyDirectory();
    }

    @Test
    void whatDoesNotHashToItsNameIsThrownAway() throws Exception {
        server.lyingAbout(TRAIN, HubServer.bytes(13, TRAIN.length));
        DownloadSnapshot failed = come("de/train*");
        assertThat(failed.state()).isEqualTo(DownloadState.FAILED);
        assertThat(failed.failure())
                .contains("de/train.parquet of somebody/model arrived with another content");
        assertThat(files().resolve("de/train.parquet")).doesNotExist();
        assertThat(folder().resolve("refs/main")).doesNotExist();
    }

    @Test
    void theConditionsOfAGatedOneAreOnItsOwnPage() throws Exception {
        server.put(TEXTS, Map.of("train.txt", TEST), "gated");
        assertThat(come().failure())
                .contains("accept their conditions on", "/datasets/somebody/model, make a token");
    }

    /// What an earlier program wrote says nothing of kinds.
    @Test
    void anUnfinishedDownloadWithoutAKindIsAModels() throws Exception {
        Files.createDirectories(home.resolve("downloads"));
        Files.writeString(
                home.resolve("downloads/one.json"),
                "{\"id\": \"somebody/model\", \"revision\": \"main\", \"paused\": true}");
        try (var queue = queue()) {
            queue.takeUp();
            assertThat(queue.list())
                    .extracting(Download::request)
                    .containsExactly(DownloadCase.request());
        }
    }
}
