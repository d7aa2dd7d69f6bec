package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A model on a Hub of the test's own, and downloads of it.
@Timeout(60)
abstract class DownloadCase {
    static final RepositoryId ID = new RepositoryId("somebody/model");
    static final byte[] CONFIG = text("{\"model_type\": \"gpt2\"}");
    static final byte[] FIRST = HubServer.bytes(1, 300_000);
    static final byte[] SECOND = HubServer.bytes(2, 200_000);
    static final byte[] TOKENIZER = HubServer.bytes(3, 50_000);
    static final Map<String, byte[]> FILES =
            Map.of(
                    "config.json", CONFIG,
                    "tokenizer.json", TOKENIZER,
                    "model.safetensors.index.json", text("{}"),
                    "model-00001-of-00002.safetensors", FIRST,
                    "model-00002-of-00002.safetensors", SECOND);

    @TempDir Path home;
    HubServer server;

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void start() throws IOException {
        server = new HubServer().model(ID.name(), FILES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    DownloadQueue queue() {
        return queue(server.environment(home));
    }

    DownloadQueue queue(HubEnvironment hub) {
        return new DownloadQueue(
                new HubClient(hub, Duration.ofMillis(1)),
                new UnfinishedDownloads(home.resolve("downloads")));
    }

    /// With more variables than those that name the server.
    HubEnvironment environment(Map<String, String> more) {
        var variables = new HashMap<>(server.variables(home));
        variables.putAll(more);
        return HubEnvironment.of(variables, home);
    }

    void logIn() throws IOException {
        server.environment(home).tokenFile().write(HubToken.of(HubServer.SECRET).orElseThrow());
    }

    static DownloadRequest request() {
        return of(ID);
    }

    static DownloadRequest of(RepositoryId id) {
        return new DownloadRequest(id, Revision.MAIN, FileChoice.NEEDED);
    }

    static DownloadSnapshot until(Download download, Predicate<DownloadSnapshot> met)
            throws InterruptedException {
        DownloadSnapshot now = download.snapshot();
        while (!met.test(now)) {
            Thread.sleep(5);
            now = download.snapshot();
        }
        return now;
    }

    static DownloadSnapshot rest(Download download) throws InterruptedException {
        return until(download, now -> now.state().resting());
    }

    DownloadSnapshot fetched() throws IOException, InterruptedException {
        try (var queue = queue()) {
            return rest(queue.add(request()));
        }
    }

    Path repository() {
        return home.resolve("hf/hub/models--somebody--model");
    }

    Path snapshot() {
        return repository().resolve("snapshots").resolve(HubServer.COMMIT);
    }

    void assertWhole() throws IOException {
        for (var file : FILES.entrySet()) {
            assertThat(snapshot().resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        try (Stream<Path> blobs = Files.list(repository().resolve("blobs"))) {
            assertThat(blobs).noneMatch(blob -> blob.toString().endsWith(".incomplete"));
        }
    }
}
