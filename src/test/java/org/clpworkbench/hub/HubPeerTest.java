package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.PeerPython;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Our cache read by Python's own client, and its cache by us.
@Tag("peers")
@Timeout(120)
class HubPeerTest extends DownloadCase {
    private static final Path SCRIPT =
            Path.of("src/test/resources/org/clpworkbench/hub/hub_cache.py");

    private final PeerPython python = PeerPython.required();

    private JsonNode python(String task, boolean offline) throws Exception {
        Map<String, String> variables = new HashMap<>(server.variables(home));
        variables.put("HF_HUB_DISABLE_TELEMETRY", "1");
        if (offline) {
            variables.put("HF_HUB_OFFLINE", "1");
        }
        String said = python.run(variables, SCRIPT, List.of(task, ID.name()));
        return new JsonMapper().readTree(said.lines().toList().getLast());
    }

    private void assertClean(JsonNode said) {
        assertThat(said.path("warnings")).as(said.toString()).isEmpty();
        assertThat(said.path("incomplete").asInt()).isZero();
        JsonNode revision =
                said.path("repositories").path("model " + ID.name()).path(HubServer.COMMIT);
        assertThat(revision.path("refs").path(0).asText()).isEqualTo("main");
        assertThat(revision.path("files")).hasSize(FILES.size());
        assertThat(revision.path("bytes").asLong())
                .isEqualTo(FILES.values().stream().mapToLong(bytes -> bytes.length).sum());
        assertThat(said.path("folder").asText()).isEqualTo(real(snapshot()).toString());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException none) {
            return folder;
        }
    }

    @Test
    void pythonLoadsWhatWeFetchedWithoutTheHub() throws Exception {
        assertThat(fetched().state()).isEqualTo(DownloadState.DONE);
        JsonNode said = python("read", true);
        assertClean(said);
        assertThat(Path.of(said.path("file").asText())).hasBinaryContent(CONFIG);
    }

    @Test
    void pythonFetchesNothingThatWeHave() throws Exception {
        fetched();
        long sent = server.cdn().sent();
        assertClean(python("fill", false));
        assertThat(server.cdn().sent()).isEqualTo(sent);
    }

    @Test
    void weFindWhatPythonFetched() throws Exception {
        JsonNode said = python("fill", false);
        assertClean(said);
        long sent = server.cdn().sent();
        assertThat(sent).isEqualTo(FIRST.length + SECOND.length);

        var cache = HubCache.of(server.environment(home));
        assertThat(cache.find(ID, Revision.MAIN).map(HubPeerTest::real))
                .contains(Path.of(said.path("folder").asText()));
        assertThat(cache.list(RepositoryKind.MODEL))
                .containsExactly(new HubCache.Kept(ID, Revision.MAIN, snapshot()));
        assertThat(fetched().already())
                .isEqualTo(FILES.values().stream().mapToLong(bytes -> bytes.length).sum());
        assertThat(server.cdn().sent()).isEqualTo(sent);
        assertClean(python("read", true));
    }

    /// Either way, of the same name as the model.
    @Test
    void dataSetsAreShared() throws Exception {
        byte[] lines = text("{\"text\": \"Guten Morgen\"}\n");
        byte[] packed = HubServer.bytes(21, 90_000);
        server.dataSet(ID.name(), Map.of("train.jsonl", lines, "de/one.parquet", packed));
        var texts = ID.as(RepositoryKind.DATA_SET);
        try (var queue = queue()) {
            var wanted = new DownloadRequest(texts, Revision.MAIN, FileChoice.NEEDED);
            assertThat(rest(queue.add(wanted)).state()).isEqualTo(DownloadState.DONE);
        }
        assertTexts(python("texts", true), lines, packed);
        assertTexts(python("fetch", false), lines, packed);
        assertThat(server.cdn().sent()).isEqualTo(packed.length);

        WholeFiles.delete(home.resolve("hf/hub"));
        assertTexts(python("fetch", false), lines, packed);
        var cache = HubCache.of(server.environment(home));
        assertThat(cache.list(RepositoryKind.DATA_SET))
                .extracting(HubCache.Kept::id)
                .containsExactly(texts);
        assertThat(Path.of(HubPath.local("hf://datasets/" + ID + "/de/one.parquet", cache)))
                .hasBinaryContent(packed);
    }

    private static void assertTexts(JsonNode said, byte[] lines, byte[] packed) {
        assertThat(said.path("warnings")).as(said.toString()).isEmpty();
        JsonNode revision =
                said.path("repositories").path("dataset " + ID.name()).path(HubServer.COMMIT);
        assertThat(revision.path("refs").path(0).asText()).isEqualTo("main");
        assertThat(revision.path("bytes").asLong()).isEqualTo(lines.length + packed.length);
        assertThat(Path.of(said.path("file").asText())).hasBinaryContent(lines);
    }

    @Test
    void aLockOfPythonsKeepsUsOut() throws Exception {
        Path lock = home.resolve("locks/one.lock");
        Files.createDirectories(lock.getParent());
        Process holder =
                new ProcessBuilder(
                                python.executable().toString(),
                                SCRIPT.toString(),
                                "lock",
                                lock.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThat(CacheLock.tryTake(lock)).isEmpty();
            holder.getOutputStream().close();
            try (var taken = CacheLock.take(lock, Progress.unwatched())) {
                assertThat(taken).isNotNull();
                assertThat(CacheLock.tryTake(lock)).isEmpty();
            }
            Optional<CacheLock> again = CacheLock.tryTake(lock);
            assertThat(again).isPresent();
            again.get().close();
        } finally {
            holder.destroy();
        }
    }
}
