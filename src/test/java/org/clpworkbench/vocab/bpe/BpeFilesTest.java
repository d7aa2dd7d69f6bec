package org.clpworkbench.vocab.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class BpeFilesTest {
    @TempDir Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "low low lower newest newest\n");
        BpeModel model = BpeTrainer.train(List.of(text), BpeSpec.gpt2(262), Progress.unwatched());
        assertThat(model.merges()).isNotEmpty();
        BpeFiles.write(folder, model);
        assertThat(BpeFiles.read(folder)).isEqualTo(model);
    }

    @Test
    void refusesWhatIsNoBytePairTokenizer() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"type\": \"Unigram\"}}");
        assertThatThrownBy(() -> BpeFiles.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("is no byte-pair tokenizer");
        Files.writeString(
                folder.resolve("tokenizer.json"),
                """
                {"model": {"type": "BPE", "vocab": {"a": 0}, "merges": [["a", "b"]]}}
                """);
        assertThatThrownBy(() -> BpeFiles.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("merges b, which its vocabulary does not have");
    }
}
