package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.clpworkbench.net.FaultyServer;
import org.clpworkbench.tensor.WholeFiles;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class DownloadTest extends DownloadCase {
    private static final RepositoryId OTHER = new RepositoryId("somebody/other");
    private static final Map<String, String> NO_LINKS = Map.of("HF_HUB_DISABLE_SYMLINKS", "1");

    @Test
    void laysAModelInTheHubsOwnLayout() throws Exception {
        DownloadSnapshot done = fetched();

        assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
        assertThat(done.folder()).contains(snapshot());
        assertThat(done.filesDone()).isEqualTo(5);
        assertThat(done.done()).isEqualTo(done.total());
        assertWhole();
        assertThat(repository().resolve("refs/main")).hasContent(HubServer.COMMIT);
        Path weights = snapshot().resolve("model-00001-of-00002.safetensors");
        assertThat(Files.readSymbolicLink(weights))
                .isEqualTo(Path.of("../../blobs/" + HubServer.sha256(FIRST)));
        assertThat(Files.readSymbolicLink(snapshot().resolve("config.json")))
                .isEqualTo(Path.of("../../blobs/" + HubServer.blobId(CONFIG)));
        assertThat(home.resolve("hf/hub/CACHEDIR.TAG"))
                .content()
                .startsWith("Signature: 8a477f597d28d172789f06886806bc55");
    }

    /// `printf 'what is up, doc?' | git hash-object --stdin`, from the book Pro Git.
    @Test
    void hashesSmallFilesAsGitDoes() {
        byte[] content = text("what is up, doc?");
        var digest = new BlobHash("bd9dbf5aae1a3862dd1526723246b20206e5fc37").begin(16);
        assertThat(digest.digest(content))
                .asHexString()
                .isEqualToIgnoringCase("bd9dbf5aae1a3862dd1526723246b20206e5fc37");
    }

    @Test
    void goesOnAfterARestartWhereItStopped() throws Exception {
        server.cdn().slowedTo(100_000);
        try (var queue = queue()) {
            Download download = queue.add(request());
            until(download, now -> now.done() > 150_000);
        }
        assertThat(snapshot().resolve("model-00001-of-00002.safetensors")).doesNotExist();
        server.cdn().slowedTo(Integer.MAX_VALUE);

        try (var queue = queue()) {
            queue.takeUp();
            assertThat(queue.list()).hasSize(1);
            DownloadSnapshot done = rest(queue.list().getFirst());
            assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
            assertThat(done.already()).isGreaterThan(150_000 - 60_000);
        }
        assertWhole();
        assertThat(server.cdn().sent()).isLessThan((FIRST.length + SECOND.length) * 3L / 2);
        assertThat(home.resolve("downloads")).isEmptyDirectory();
    }

    @Test
    void pausesAndResumes() throws Exception {
        server.cdn().slowedTo(100_000);
        try (var queue = queue()) {
            Download download = queue.add(request());
            until(download, now -> now.rate() > 0 && now.remaining().isPresent());
            long begin = System.nanoTime();
            download.pause();
            assertThat(rest(download).state()).isEqualTo(DownloadState.PAUSED);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofMillis(400));
            long before = server.cdn().requests();
            Thread.sleep(200);
            assertThat(server.cdn().requests()).isEqualTo(before);
            server.cdn().slowedTo(Integer.MAX_VALUE);
            download.resume();
            assertThat(rest(download).state()).isEqualTo(DownloadState.DONE);
        }
        assertWhole();
    }

    @Test
    void aPauseOutlivesTheProgram() throws Exception {
        server.cdn().slowedTo(100_000);
        try (var queue = queue()) {
            Download download = queue.add(request());
            until(download, now -> now.done() > 60_000);
            download.pause();
            rest(download);
        }
        try (var queue = queue()) {
            queue.takeUp();
            assertThat(queue.list().getFirst().snapshot().state()).isEqualTo(DownloadState.PAUSED);
        }
    }

    @Test
    void cancellingThrowsAwayWhatIsNotWhole() throws Exception {
        server.cdn().slowedTo(100_000);
        try (var queue = queue()) {
            Download download = queue.add(request());
            until(download, now -> now.done() > 80_000);
            download.cancel();
            assertThat(rest(download).state()).isEqualTo(DownloadState.CANCELLED);
            queue.takeUp();
            assertThat(queue.list()).containsExactly(download);
        }
        try (Stream<Path> blobs = Files.list(repository().resolve("blobs"))) {
            assertThat(blobs).noneMatch(blob -> blob.toString().endsWith(".incomplete"));
        }
        assertThat(home.resolve("downloads")).isEmptyDirectory();
    }

    /// Its parts are known to the Hub alone.
    @Test
    void oneOfAnEarlierStartIsCancelledWithItsParts() throws Exception {
        server.cdn().slowedTo(100_000);
        try (var queue = queue()) {
            Download download = queue.add(request());
            until(download, now -> now.done() > 80_000);
            download.pause();
            rest(download);
        }
        try (var queue = queue()) {
            queue.takeUp();
            Download found = queue.list().getFirst();
            found.cancel();
            assertThat(until(found, now -> now.state() == DownloadState.CANCELLED).files())
                    .isEqualTo(FILES.size());
        }
        try (Stream<Path> blobs = Files.list(repository().resolve("blobs"))) {
            assertThat(blobs).noneMatch(blob -> blob.toString().endsWith(".incomplete"));
        }
    }

    @Test
    void aSecondProcessLeavesAloneWhatTheFirstFetches() throws Exception {
        server.cdn().slowedTo(50_000);
        try (var first = queue();
                var second = queue()) {
            first.add(request());
            second.takeUp();
            assertThat(second.list()).isEmpty();
            assertThatThrownBy(() -> second.add(request()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is fetching somebody/model already");
        }
    }

    @Test
    void fetchesOnlyWhatIsNotThere() throws Exception {
        fetched();
        long sent = server.cdn().sent();
        WholeFiles.delete(snapshot());

        assertThat(fetched().already()).isEqualTo(fetched().total());
        assertWhole();
        assertThat(server.cdn().sent()).isEqualTo(sent);
    }

    @Test
    void movesFilesWhereLinksCannotBeMade() throws Exception {
        try (var queue = queue(environment(NO_LINKS))) {
            assertThat(rest(queue.add(request())).state()).isEqualTo(DownloadState.DONE);
        }
        assertThat(snapshot().resolve("config.json"))
                .isRegularFile()
                .matches(file -> !Files.isSymbolicLink(file));
        assertWhole();
        // the disk was asked for room once
        assertThat(repository().resolve("blobs")).isEmptyDirectory();
        long sent = server.cdn().sent();
        try (var queue = queue(environment(NO_LINKS))) {
            DownloadSnapshot again = rest(queue.add(request()));
            assertThat(again.already()).isEqualTo(again.total());
        }
        assertThat(server.cdn().sent()).isEqualTo(sent);
    }

    /// Of the commit that the tag step3 means, with the same files.
    @Test
    void aCopyLeavesWhatAnotherSnapshotLinksTo() throws Exception {
        fetched();
        long sent = server.cdn().sent();
        var earlier = new DownloadRequest(ID, new Revision("step3"), FileChoice.NEEDED);
        try (var queue = queue(environment(NO_LINKS))) {
            Download download = queue.add(earlier);
            assertThat(rest(download).state()).isEqualTo(DownloadState.DONE);
            assertThat(download.room()).isZero();
        }
        assertThat(server.cdn().sent()).isEqualTo(sent);
        assertWhole();
        assertThat(repository().resolve("snapshots").resolve(HubServer.EARLIER))
                .isDirectoryContaining(
                        file -> !Files.isSymbolicLink(file) && file.endsWith("config.json"));
    }

    /// A blob that is there takes its size once more where it has to be copied.
    @Test
    void theRoomForCopiesIsCounted() throws Exception {
        fetched();
        long size = FILES.values().stream().mapToLong(bytes -> bytes.length).sum();
        for (var variables : List.of(NO_LINKS, Map.<String, String>of())) {
            HubCache cache = HubCache.of(environment(variables));
            try (var client = new HubClient(server.environment(home), Duration.ofMillis(1))) {
                HubRepository model =
                        client.repository(ID, new Revision("step3"), Progress.unwatched());
                long room = 0;
                for (HubFile file : model.files()) {
                    var one =
                            new FetchedFile(
                                    client,
                                    cache,
                                    ID,
                                    new Revision(HubServer.EARLIER),
                                    file,
                                    new TransferRate());
                    one.look();
                    room += one.room();
                }
                assertThat(room).isEqualTo(variables.isEmpty() ? 0 : size);
            }
        }
    }

    private static Map<String, byte[]> nineShards(long seed) {
        var files = new HashMap<String, byte[]>();
        for (int shard = 1; shard <= 9; shard++) {
            files.put(
                    "model-0000%d-of-00009.safetensors".formatted(shard),
                    HubServer.bytes(seed + shard, 40_000));
        }
        files.put("model.safetensors.index.json", text("{}"));
        return files;
    }

    /// How many large files were ever on their way at once.
    private AtomicInteger mostAtOnce() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        server.cdn()
                .intercepting(
                        _ -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            try {
                                Thread.sleep(100);
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                            now.decrementAndGet();
                            return false;
                        });
        return most;
    }

    @Test
    void fetchesSeveralFilesAtOnceAndNotMoreThanFour() throws Exception {
        server.model(ID.name(), nineShards(0));
        AtomicInteger most = mostAtOnce();

        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        assertThat(most.get()).isEqualTo(DownloadQueue.FILES_AT_ONCE);
    }

    @Test
    void twoDownloadsTogetherFetchNotMoreThanFour() throws Exception {
        server.model(ID.name(), nineShards(0)).model(OTHER.name(), nineShards(100));
        AtomicInteger most = mostAtOnce();
        try (var queue = queue()) {
            Download one = queue.add(request());
            Download other = queue.add(of(OTHER));
            assertThat(rest(one).state()).isEqualTo(DownloadState.DONE);
            assertThat(rest(other).state()).isEqualTo(DownloadState.DONE);
        }
        assertThat(most.get()).isEqualTo(DownloadQueue.FILES_AT_ONCE);
        assertThat(server.cdn().requests()).isEqualTo(18);
    }

    /// Each of two would fit alone, until the first is given up.
    @Test
    void theRoomIsCountedBesideWhatElseIsBeingFetched() throws Exception {
        server.model(OTHER.name(), Map.of("model.safetensors", SECOND));
        long room = HubCache.of(server.environment(home)).room();
        server.saying(ID.name(), "model-00001-of-00002.safetensors", room / 10 * 6);
        server.saying(OTHER.name(), "model.safetensors", room / 10 * 6);
        server.cdn().slowedTo(20_000);
        try (var queue = queue()) {
            Download one = queue.add(request());
            until(one, now -> now.state() == DownloadState.FETCHING);
            Download other = queue.add(of(OTHER));
            assertThat(rest(other).state()).isEqualTo(DownloadState.FAILED);
            assertThat(other.snapshot().failure())
                    .contains("somebody/other takes", "beside what else is being fetched");
            one.cancel();
            rest(one);
            other.resume();
            until(other, now -> now.state() != DownloadState.WAITING);
            assertThat(other.snapshot().state()).isEqualTo(DownloadState.FETCHING);
            other.cancel();
            rest(other);
        }
    }

    @Test
    void theTokenGoesToTheEndpointAlone() throws Exception {
        server.model("somebody/gated", FILES, "gated");
        logIn();
        try (var queue = queue()) {
            Download gated = queue.add(of(new RepositoryId("somebody/gated")));
            assertThat(rest(gated).state()).isEqualTo(DownloadState.DONE);
        }
        assertThat(server.asked()).allMatch(line -> line.endsWith("Bearer " + HubServer.SECRET));
        assertThat(server.cdn().answers())
                .isNotEmpty()
                .extracting(FaultyServer.Sent::authorization)
                .containsOnly("");
    }

    @Test
    void aPrivateModelComesToWhoMayReadIt() throws Exception {
        server.model(ID.name(), FILES, "private");
        DownloadSnapshot refused = fetched();
        assertThat(refused.state()).isEqualTo(DownloadState.FAILED);
        assertThat(refused.failure()).contains("log in with a token that may read it");
        assertThat(repository()).doesNotExist();

        logIn();
        DownloadSnapshot done = fetched();
        assertThat(done.state()).as(done.failure()).isEqualTo(DownloadState.DONE);
        assertWhole();
        assertThat(repository().resolve("refs/main")).hasContent(HubServer.COMMIT);
    }

    @Test
    void aGatedModelSaysWhatToDo() throws Exception {
        server.model("somebody/gated", FILES, "gated");
        try (var queue = queue()) {
            DownloadSnapshot failed = rest(queue.add(of(new RepositoryId("somebody/gated"))));
            assertThat(failed.failure())
                    .contains("accept their conditions on", "/somebody/gated", "hub login");
            server.environment(home)
                    .tokenFile()
                    .write(HubToken.of("hf_another_secret_secret").orElseThrow());
            Download again = queue.list().getFirst();
            again.resume();
            assertThat(rest(again).failure())
                    .contains("account of your token may not fetch")
                    .doesNotContain("hf_another_secret_secret");
        }
    }

    @Test
    void patternsChooseTheFiles() throws Exception {
        try (var queue = queue()) {
            var request =
                    new DownloadRequest(
                            ID, Revision.MAIN, new FileChoice(List.of("*.json"), List.of("tok*")));
            assertThat(rest(queue.add(request)).filesDone()).isEqualTo(2);
        }
        assertThat(snapshot())
                .isDirectoryContaining("glob:**/config.json")
                .isDirectoryContaining("glob:**/model.safetensors.index.json")
                .isDirectoryNotContaining("glob:**/tokenizer.json");
    }
}
