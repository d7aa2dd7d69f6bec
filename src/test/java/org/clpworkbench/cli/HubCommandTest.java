package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.data.text.WrittenFiles;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.ServedModels;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class HubCommandTest extends HubCommandCase {
    @Test
    void aFetchedModelGoesByItsIdEverywhere() throws Exception {
        var fetched = run("hub", "download", ID, "--json");
        assertThat(fetched.status()).as(fetched.err()).isZero();
        JsonNode one = fetched.json().path("fetched").path(0);
        assertThat(one.path("id").asText()).isEqualTo(ID);
        assertThat(one.path("commit").asText()).isEqualTo(HubServer.COMMIT);
        assertThat(Path.of(one.path("folder").asText()))
                .isDirectoryContaining("glob:**/model.safetensors")
                .isDirectoryNotContaining("glob:**/onnx");

        var shown = run("models", "show", ID, "--json");
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.json().path("tokenizer").path("tokens").asInt()).isEqualTo(3);

        var offline = Map.of("HF_HUB_OFFLINE", "1");
        assertThat(run(offline, "", "hub", "download", ID).out()).contains("snapshots");
        assertThat(run(offline, "", "hub", "show", ID).err()).contains("HF_HUB_OFFLINE is set");
    }

    /// By the tag that was asked for, and by the commit that it means.
    @Test
    void aFetchedRevisionGoesByItsIdAndName() throws Exception {
        var missing = run("models", "show", ID + "@step3");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err())
                .contains(
                        "revision step3 of somebody/tiny is not on this machine; fetch it with"
                                + " `hub download somebody/tiny --revision step3`.");
        assertThat(run("models", "show", ID + "@a b").status()).isEqualTo(2);

        var fetched = run("hub", "download", ID, "--revision", "step3");
        assertThat(fetched.status()).as(fetched.err()).isZero();
        for (String revision : List.of("step3", HubServer.EARLIER)) {
            var shown = run("models", "show", ID + "@" + revision, "--json");
            assertThat(shown.status()).as(shown.err()).isZero();
            assertThat(shown.json().path("model").path("folder").asText())
                    .endsWith("snapshots/" + HubServer.EARLIER);
        }
        // main was not fetched
        assertThat(run("models", "show", ID).status()).isEqualTo(1);
    }

    @Test
    void aFetchedModelIsListedByItsId() throws Exception {
        assertThat(run("hub", "download", ID).status()).isZero();
        var listed = run("models", "list");
        assertThat(listed.status()).as(listed.err()).isZero();
        assertThat(listed.out()).containsOnlyOnce(ID).contains(HubServer.COMMIT);
        JsonNode last = run("models", "list", "--json").json().path("models").path(3);
        assertThat(last.path("origin").asText()).isEqualTo("hub");
        assertThat(last.path("model").path("name").asText()).isEqualTo("tiny");
    }

    @Test
    void showsFilesSizesMemoryAndCard() throws Exception {
        var shown = run("hub", "show", ID);
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains(HubServer.COMMIT, "licence mit", "languages de", "124M parameters")
                .contains("a training step about", "fits", "onnx/model.onnx", "# A tiny model")
                .doesNotContain("license: mit");
        JsonNode json = run("hub", "show", ID, "--json").json();
        long bytes = 0;
        for (JsonNode file : json.path("fetched")) {
            bytes += file.path("size").asLong();
        }
        assertThat(json.path("needed").asLong()).isEqualTo(bytes).isPositive();
        // and three times 3 tokens of 4 numbers of 2 bytes
        assertThat(json.path("memory").path("transfer").asLong())
                .isEqualTo(600_000_000L + 3 * 3 * 4 * 2);
        assertThat(json.path("model").path("id").asText()).isEqualTo(ID);
        assertThat(json.path("lacks")).isEmpty();

        var huge = new HashMap<>(files);
        huge.put("config.json", ServedModels.hugeConfig());
        server.model("somebody/huge", huge);
        assertThat(run("hub", "show", "somebody/huge").out())
                .containsPattern("a training step about [0-9.]+ GB \\(does not fit\\)")
                .containsPattern("[0-9.]+ GB with gradient checkpointing \\(does not fit\\)");

        server.model("somebody/old", Map.of("vocab.txt", new byte[9], "tf_model.h5", new byte[9]));
        assertThat(run("hub", "show", "somebody/old").out())
                .contains("cannot use it: it has no config.json, tokenizer.json, weights");
    }

    @Test
    void searchesAndTellsOfTheCatalogue() throws Exception {
        JsonNode found = run("hub", "search", "tiny", "--language", "de", "--json").json();
        assertThat(found.path("models").findValuesAsText("id")).containsExactly(ID);
        assertThat(run("hub", "search", "--max-parameters", "many").status()).isEqualTo(2);

        Path own = Files.createDirectories(home.resolve("workspace")).resolve("catalogue.json");
        Files.writeString(
                own,
                """
                {"models": [{"id": "me/polish", "roles": ["helper"], "languages": ["pl"]}]}
                """);
        JsonNode catalogue = run("hub", "catalogue", "--language", "pl", "--json").json();
        assertThat(catalogue.path("models").findValuesAsText("id"))
                .contains("me/polish", "openai-community/gpt2")
                .doesNotContain("dbmdz/german-gpt2");
    }

    @Test
    void aFetchedDataSetsTextsGoByTheirName() throws Exception {
        Path packed =
                WrittenFiles.write(
                        home.resolve("train.jsonl.gz"),
                        "{\"text\": \"Guten Morgen\"}\n{\"text\": \"Guten Abend\"}\n");
        byte[] plain = "Guten Tag".getBytes(StandardCharsets.UTF_8);
        server.dataSet(
                "somebody/texts",
                Map.of(
                        "README.md",
                        "# Texts".getBytes(StandardCharsets.UTF_8),
                        "de/train.jsonl.gz",
                        Files.readAllBytes(packed),
                        "de/test.txt",
                        plain,
                        "fr/train.txt",
                        plain));
        String helper = EmbeddedDemo.unpack(home.resolve("embedded")).helper().toString();
        String name = "hf://datasets/somebody/texts/de/*.gz";
        Object[] statistics = {"data", "statistics", "--json", "--model", helper, "--text", name};

        var missing = run(statistics);
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err())
                .contains(
                        "hf://datasets/somebody/texts/de/*.gz is not on this machine; fetch it with"
                            + " `hub download --dataset somebody/texts --include \"de/*.gz\"`.");
        var forgotten = run("hub", "download", "somebody/texts");
        assertThat(forgotten.status()).isEqualTo(1);
        assertThat(forgotten.err())
                .contains("is a data set, not a model; ask for it with --dataset");

        var fetched =
                run(
                        "hub",
                        "download",
                        "--dataset",
                        "somebody/texts",
                        "--include",
                        "de/*",
                        "--json");
        assertThat(fetched.status()).as(fetched.err()).isZero();
        Path folder = Path.of(fetched.json().path("fetched").path(0).path("folder").asText());
        assertThat(folder.toString()).contains("/datasets--somebody--texts/snapshots/");
        assertThat(folder.resolve("fr")).doesNotExist();

        var counted = run(Map.of("HF_HUB_OFFLINE", "1"), "", statistics);
        assertThat(counted.status()).as(counted.err()).isZero();
        assertThat(counted.json().path("counts").path("documents").asInt()).isEqualTo(2);
        assertThat(counted.json().path("counts").path("words").asInt()).isEqualTo(4);
        var overlap =
                run(
                        "overlap",
                        "--source",
                        helper,
                        "--helper",
                        helper,
                        "--json",
                        "--text",
                        "hf://datasets/somebody/texts@main/de/test.txt");
        assertThat(overlap.status()).as(overlap.err()).isZero();
        var several =
                run(
                        "overlap",
                        "--source",
                        helper,
                        "--helper",
                        helper,
                        "--text",
                        "hf://datasets/somebody/texts/de");
        assertThat(several.status()).isEqualTo(1);
        assertThat(several.err()).contains("is not one file of running text");
    }

    @Test
    void findsAndShowsDataSets() throws Exception {
        server.dataSet(
                "somebody/texts",
                Map.of(
                        "README.md", "# Many texts".getBytes(StandardCharsets.UTF_8),
                        "train.parquet", new byte[1_500_000],
                        "one.png", new byte[7]));
        var found = run("hub", "search", "texts", "--datasets", "--json");
        assertThat(found.status()).as(found.err()).isZero();
        assertThat(found.json().path("dataSets").findValuesAsText("id"))
                .containsExactly("somebody/texts");
        assertThat(run("hub", "search", "--datasets", "--max-parameters", "5M").status())
                .isEqualTo(2);
        var shown = run("hub", "show", "--dataset", "somebody/texts");
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("data set, licence mit, languages de", "1.5 MB to fetch", "# Many texts")
                .containsPattern("train.parquet +1,500,000 +fetched")
                .doesNotContain("parameters", "memory", "cannot use it");
    }

    @Test
    void wrongNamesAreWrongUsage() throws Exception {
        assertThat(run("hub", "show", "../../etc").status()).isEqualTo(2);
        assertThat(run("hub", "download", ID, "--revision", "a b").status()).isEqualTo(2);
        var none = run("hub", "show", "somebody/none");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("has no somebody/none", "hub login");
    }
}
