package org.clpworkbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void callsAnyOtherFolderByItsOwnName() {
        assertThat(ModelName.of(Path.of("/models/german"))).isEqualTo("german");
        assertThat(ModelName.of(Path.of("/mine/snapshots/first"))).isEqualTo("first");
        assertThat(ModelName.repository(Path.of("/mine/snapshots/first"))).isEmpty();
        assertThat(ModelName.of(Path.of("german"))).isEqualTo("german");
    }
}
