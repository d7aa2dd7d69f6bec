package org.clpworkbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ModelNameTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /// The layout is that of `huggingface_hub`.
    @Test
    void callsASnapshotInTheHubsCacheByItsRepository() {
        Path folder = Path.of("/c/models--openai-community--gpt2/snapshots", COMMIT);
        assertThat(ModelName.of(folder)).isEqualTo("gpt2");
        assertThat(ModelName.repository(folder)).contains("openai-community/gpt2");
        assertThat(ModelName.of(Path.of("/c/models--gpt2/snapshots", COMMIT))).isEqualTo("gpt2");
    }

    @Test
    void tellsAnotherRevisionThanTheMainOne(@TempDir Path cache) throws IOException {
        Path repository = cache.resolve("models--EleutherAI--pythia-14m");
        Path snapshot = repository.resolve("snapshots").resolve(COMMIT);
        assertThat(ModelName.withRevision(snapshot)).isEqualTo("pythia-14m@01234567");
        Path references = Files.createDirectories(repository.resolve("refs"));
        Files.writeString(references.resolve("main"), COMMIT.replace('0', 'f'));
        assertThat(ModelName.withRevision(snapshot)).isEqualTo("pythia-14m@01234567");
        Path request = Files.createDirectories(references.resolve("refs/pr")).resolve("1");
        Files.writeString(request, COMMIT);
        assertThat(ModelName.withRevision(snapshot)).isEqualTo("pythia-14m@refs/pr/1");
        Files.delete(request);
        Files.writeString(references.resolve("step3000"), COMMIT);
        assertThat(ModelName.withRevision(snapshot)).isEqualTo("pythia-14m@step3000");
        Files.writeString(references.resolve("main"), COMMIT);
        assertThat(ModelName.withRevision(snapshot)).isEqualTo("pythia-14m");
    }

    @Test
    void callsAnyOtherFolderByItsOwnName() {
        assertThat(ModelName.of(Path.of("/models/german"))).isEqualTo("german");
        assertThat(ModelName.of(Path.of("/mine/snapshots/first"))).isEqualTo("first");
        assertThat(ModelName.repository(Path.of("/mine/snapshots/first"))).isEmpty();
        assertThat(ModelName.of(Path.of("german"))).isEqualTo("german");
    }
}
