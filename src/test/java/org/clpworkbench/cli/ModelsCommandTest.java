package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.settings.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(TemporaryWorkspace.class)
class ModelsCommandTest {
    private static Path own(String name) throws IOException {
        Path folder = Workspace.standard().models().resolve(name);
        return TinyModels.write(folder, 4, List.of("<|end|>", "a", "b"), 1);
    }

    @Test
    void listsTheEmbeddedModelsAndThoseOfTheWorkspace() throws IOException {
        own("mine");
        var models = CommandRun.of("models", "list", "--json").json().path("models");
        assertThat(models.findValuesAsText("name"))
                .containsExactly("english-small", "german-helper", "spanish-helper", "mine");
        assertThat(models.findValuesAsText("origin"))
                .containsExactly("embedded", "embedded", "embedded", "workspace");
        assertThat(CommandRun.of("models", "list").out())
                .contains("english-small", "german-helper", "spanish-helper", "mine");
    }

    @Test
    void saysWhichModelItLeavesOutAndStillListsTheOthers() throws IOException {
        Files.delete(own("broken").resolve("model.safetensors"));
        var run = CommandRun.of("models", "list", "--json");
        assertThat(run.status()).isZero();
        assertThat(run.json().path("models")).hasSize(3);
        assertThat(run.err()).contains("Left out", "broken", "neither model.safetensors");
    }

    @Test
    void showsConfigTensorsAndTokenizerOfAModelByItsNameOrFolder() throws IOException {
        Path folder = own("mine");
        for (Object model : List.of("mine", folder)) {
            var shown = CommandRun.of("models", "show", model, "--json").json();
            assertThat(shown.path("model").path("folder").asText()).isEqualTo(folder.toString());
            assertThat(shown.path("config").path("n_embd").asInt()).isEqualTo(4);
            assertThat(shown.path("tokenizer").path("tokens").asInt()).isEqualTo(3);
            assertThat(shown.path("tokenizer").path("special").path(0).asText())
                    .isEqualTo("<|end|>");
            assertThat(shown.path("tensors")).hasSize(16);
            assertThat(shown.path("tensors").path(0).path("file").asText())
                    .isEqualTo("model.safetensors");
        }
        assertThat(CommandRun.of("models", "show", "mine").out())
                .contains("width 4", "tied", "transformer.wte.weight", "[3, 4]");
    }

    @Test
    void showsAModelOfAnotherFamilyAndSaysThatItCannotBeRunOrTrained() throws IOException {
        Path folder = Workspace.standard().models().resolve("bloom");
        TinyModels.writeBloom(folder, 4, List.of("<|end|>", "a", "b"));
        assertThat(CommandRun.of("models", "show", folder).out())
                .contains("bloom", "context without limit", "word_embeddings.weight");
        Path config = folder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("bloom", "falcon"));
        Path text = Files.writeString(folder.resolve("text.txt"), "a b a b a b");
        for (var command :
                List.of(
                        List.of("logits", "--ids", "1", "--out", folder.resolve("l.safetensors")),
                        List.of("evaluate", "--text", text),
                        List.of("generate", "--prompt", "a"),
                        List.of(
                                "train",
                                "--text",
                                text,
                                "--validation",
                                text,
                                "--steps",
                                "2",
                                "--context",
                                "4"))) {
            var arguments = new ArrayList<Object>(command);
            arguments.addAll(List.of("--model", folder));
            var run = CommandRun.of(arguments.toArray());
            assertThat(run.status()).as(command.toString()).isEqualTo(1);
            assertThat(run.err()).contains("\"falcon\" cannot be run or trained");
        }
    }
}
