package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.PeerPython;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class HubEnvironmentTest {
    private static final Path SCRIPT =
            Path.of("src/test/resources/org/clpworkbench/hub/hub_environment.py");

    @TempDir Path home;

    private HubEnvironment of(Map<String, String> variables) {
        return HubEnvironment.of(variables, home);
    }

    static Stream<Map<String, String>> environments() {
        return Stream.of(
                Map.of(),
                Map.of("XDG_CACHE_HOME", "/caches"),
                Map.of("XDG_CACHE_HOME", "/caches", "HF_HOME", "/models/hf"),
                Map.of("HF_HOME", "~/hf"),
                Map.of("HF_HOME", "$BASE/hf", "BASE", "/base"),
                Map.of("HF_HOME", "${BASE}/hf/../other", "BASE", "/base"),
                Map.of("HF_HOME", "/hf/$NONE"),
                Map.of("HF_HOME", "/hf", "HUGGINGFACE_HUB_CACHE", "/old"),
                Map.of("HUGGINGFACE_HUB_CACHE", "/old", "HF_HUB_CACHE", "/new"),
                Map.of("HF_TOKEN_PATH", "~/tokens/mine", "HF_TOKEN", " hf_given \n"),
                Map.of("HUGGING_FACE_HUB_TOKEN", "hf_old"),
                Map.of("HF_TOKEN", "hf_new", "HUGGING_FACE_HUB_TOKEN", "hf_old"),
                Map.of("HF_ENDPOINT", "https://mirror.example/hub/"),
                Map.of("HF_HUB_OFFLINE", "yes"),
                Map.of("HF_HUB_OFFLINE", "0", "TRANSFORMERS_OFFLINE", "1"),
                Map.of("TRANSFORMERS_OFFLINE", "ON"),
                Map.of("HF_HUB_OFFLINE", "maybe"),
                Map.of("HF_HUB_DISABLE_SYMLINKS", "true"));
    }

    /// The same variables are given to `huggingface_hub`.
    @Tag("peers")
    @ParameterizedTest
    @MethodSource("environments")
    void isWhatPythonMakesOfTheSameVariables(Map<String, String> variables) throws Exception {
        var python = PeerPython.required();
        var given = new HashMap<>(variables);
        given.put("HOME", home.toString());
        String said = python.run(given, SCRIPT, List.of());
        JsonNode expected = new JsonMapper().readTree(said.lines().toList().getLast());

        HubEnvironment hub = of(variables);

        assertThat(hub.cache()).isEqualTo(normal(expected.path("cache")));
        assertThat(hub.tokenFile().path()).isEqualTo(normal(expected.path("token_path")));
        assertThat(hub.endpoint()).hasToString(expected.path("endpoint").asText());
        assertThat(hub.offline()).isEqualTo(expected.path("offline").asBoolean());
        assertThat(hub.links()).isEqualTo(!expected.path("no_links").asBoolean());
        assertThat(hub.token().map(HubToken::secret).orElse(""))
                .isEqualTo(expected.path("token").asText());
    }

    private static Path normal(JsonNode path) {
        return Path.of(path.asText()).toAbsolutePath().normalize();
    }

    @Test
    void withoutVariablesEverythingLiesWhereItUsuallyDoes() {
        HubEnvironment hub = of(Map.of());
        assertThat(hub.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(hub.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(hub.tokenFile().path()).isEqualTo(home.resolve(".cache/huggingface/token"));
        assertThat(hub.offline()).isFalse();
        assertThat(hub.answer()).isEqualTo(Duration.ofSeconds(30));
        assertThat(hub.silence()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void howLongAServerIsWaitedForIsAVariable() {
        HubEnvironment hub =
                of(Map.of("HF_HUB_ETAG_TIMEOUT", "7", "HF_HUB_DOWNLOAD_TIMEOUT", " 120 "));
        assertThat(hub.answer()).isEqualTo(Duration.ofSeconds(7));
        assertThat(hub.silence()).isEqualTo(Duration.ofSeconds(120));
        assertThat(hub.with(HubToken.of("hf_a").orElseThrow()).silence()).isEqualTo(hub.silence());
        for (String nonsense : List.of("0", "-3", "soon", "")) {
            assertThat(of(Map.of("HF_HUB_DOWNLOAD_TIMEOUT", nonsense)).silence())
                    .isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void anEndpointThatIsNoneIsRefusedWithoutRepeatingIt() {
        for (String endpoint : List.of("ftp://a/b", "nonsense", "https://me:sesame@host", "h t")) {
            assertThatThrownBy(() -> of(Map.of("HF_ENDPOINT", endpoint)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HF_ENDPOINT")
                    .hasMessageNotContaining("sesame");
        }
    }

    @Test
    void aTokenShowsItselfNowhere() throws IOException {
        HubToken token = HubToken.of("  hf_secret\n").orElseThrow();
        var hub = of(Map.of("HF_TOKEN", "hf_secret"));
        assertThat(hub.token()).contains(token);
        assertThat(token.toString() + hub + Optional.of(token)).doesNotContain("hf_secret");
        assertThat(
                        new JsonMapper()
                                .findAndRegisterModules()
                                .writeValueAsString(Map.of("t", "" + token)))
                .doesNotContain("hf_secret");
        assertThatThrownBy(() -> HubToken.of("hf secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hf secret");
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        var file = of(Map.of()).tokenFile();
        assertThat(file.read()).isEmpty();
        Path open = Files.createDirectories(home.resolve(".cache/huggingface")).resolve("token");
        Files.writeString(open, "hf_old");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        HubToken token = HubToken.of("hf_secret").orElseThrow();

        file.write(token);

        assertThat(file.read()).contains(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.delete()).isTrue();
        assertThat(file.delete()).isFalse();
    }

    /// As Python's `huggingface_hub` leaves it under a usual umask.
    @Test
    void aFileThatOthersCanReadIsClosedToThem() throws IOException {
        Path open = Files.createDirectories(home.resolve(".cache/huggingface")).resolve("token");
        Files.writeString(open, "hf_old");
        for (String rights : List.of("rw-r--r--", "rw-r-----", "rw----r--", "rw-rw-rw-")) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(rights));
            assertThat(of(Map.of()).token()).isEqualTo(HubToken.of("hf_old"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                    .isEqualTo("rw-------");
        }
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("r--------"));
        assertThat(of(Map.of()).token()).isPresent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("r--------");
    }

    @Test
    void anImplicitTokenCanBeForbidden() throws IOException {
        assertThat(of(Map.of("HF_TOKEN", "hf_a", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")).token())
                .isEmpty();
    }
}
