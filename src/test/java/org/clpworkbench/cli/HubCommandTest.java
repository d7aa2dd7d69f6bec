package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.ServedModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The commands as processes of their own, with an environment that names a Hub of the test's.
@Timeout(120)
class HubCommandTest {
    private static final String ID = "somebody/tiny";

    @TempDir Path home;
    private HubServer server;

    @BeforeEach
    void start() throws IOException {
        Map<String, byte[]> files = ServedModels.tiny(home.resolve("tiny"));
        server = new HubServer().model(ID, files).model("somebody/gated", files, "gated");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Process process(Map<String, String> more, Object... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.clpworkbench.Launcher"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HF_"));
        builder.environment().putAll(server.variables(home));
        builder.environment().put("CLP_WORKSPACE", home.resolve("workspace").toString());
        builder.environment().putAll(more);
        return builder.start();
    }

    private CommandRun run(Map<String, String> more, String input, Object... arguments)
            throws IOException, InterruptedException {
        Process process = process(more, arguments);
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandRun(process.waitFor(), answer, said);
    }

    private CommandRun run(Object... arguments) throws IOException, InterruptedException {
        return run(Map.of(), "", arguments);
    }

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
    void aTokenIsReadFromStandardInputAndShownNowhere() throws Exception {
        var refused = run(Map.of(), "hf_wrong_secret\n", "hub", "login");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("does not know the token").doesNotContain("hf_wrong");
        Path file = home.resolve("hf/token");
        assertThat(file).doesNotExist();

        var login = run(Map.of(), HubServer.SECRET + "\n", "hub", "login", "--json");
        assertThat(login.status()).as(login.err()).isZero();
        assertThat(login.json().path("account").asText()).isEqualTo("somebody");
        assertThat(file).hasContent(HubServer.SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("hub", "download", "somebody/gated").status()).isZero();
        var logout = run("hub", "logout");
        assertThat(logout.out()).contains("is gone");
        assertThat(file).doesNotExist();

        var gated = run("hub", "download", "somebody/gated", "--include", "*.onnx");
        assertThat(gated.status()).isEqualTo(1);
        assertThat(gated.err()).contains("accept their conditions", "hub login");

        for (var each : List.of(refused, login, logout, gated)) {
            assertThat(each.out() + each.err()).doesNotContain("hf_");
        }
        try (Stream<Path> all = Files.walk(home.resolve("workspace"))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                assertThat(one).content(StandardCharsets.ISO_8859_1).doesNotContain("hf_");
            }
        }
    }

    /// The process is killed in the middle, as by a failing power supply.
    @Test
    void aKilledDownloadGoesOn() throws Exception {
        byte[] weights = HubServer.bytes(5, 600_000);
        server.model("somebody/large", Map.of("model.safetensors", weights));
        server.cdn().slowedTo(200_000);
        Process killed = process(new HashMap<>(), "hub", "download", "somebody/large");
        while (server.cdn().sent() < 250_000) {
            Thread.sleep(20);
        }
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        server.cdn().slowedTo(Integer.MAX_VALUE);

        var again = run("hub", "download", "--json");
        assertThat(again.status()).as(again.err()).isZero();
        Path folder = Path.of(again.json().path("fetched").path(0).path("folder").asText());
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(weights);
        assertThat(server.cdn().sent()).isLessThan(2L * 600_000 - 100_000);
        assertThat(run("hub", "download").out()).contains("Nothing is unfinished");
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
