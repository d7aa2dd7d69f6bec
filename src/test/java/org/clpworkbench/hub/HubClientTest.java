package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(60)
class HubClientTest {
    private static final Map<String, byte[]> FILES =
            Map.of(
                    "config.json", "{}".getBytes(StandardCharsets.UTF_8),
                    "model.safetensors", HubServer.bytes(1, 5000));
    private static final RepositoryId ID = new RepositoryId("a/one");

    @TempDir Path home;
    private HubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new HubServer();
        for (String name : new String[] {"a/one", "a/two", "b/three", "b/four", "b/five"}) {
            server.model(name, FILES);
        }
        server.model("a/gated", FILES, "gated").model("a/private", FILES, "private");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HubClient client(Map<String, String> more) {
        var variables = new HashMap<>(server.variables(home));
        variables.putAll(more);
        return new HubClient(HubEnvironment.of(variables, home), Duration.ofMillis(1));
    }

    private HubClient client() {
        return client(Map.of());
    }

    private static HubSearch search(String words, int limit) {
        return new HubSearch(
                RepositoryKind.MODEL,
                words,
                "de",
                "text-generation",
                "mit",
                OptionalLong.empty(),
                limit);
    }

    @Test
    void knowsTheRevisionsOfAModel() throws IOException {
        assertThat(client().revisions(ID, Progress.unwatched()))
                .containsExactly(Revision.MAIN, new Revision("step3"));
        assertThat(client().repository(ID, new Revision("step3"), Progress.unwatched()).commit())
                .contains(HubServer.EARLIER);
    }

    @Test
    void asksAsTheHubIsAsked() {
        var search =
                new HubSearch(
                        RepositoryKind.MODEL,
                        "gpt 2",
                        "de",
                        "fill-mask",
                        "mit",
                        OptionalLong.of(1_500_000_001),
                        7);
        assertThat(search.at(URI.create("https://huggingface.co")).toString())
                .startsWith(
                        "https://huggingface.co/api/models?search=gpt+2&filter=de"
                                + "&filter=license%3Amit&pipeline_tag=fill-mask"
                                + "&num_parameters=max%3A1.51B&sort=downloads&limit=7&expand=");
    }

    /// As `huggingface_hub`'s `list_datasets` asks; the Hub refuses fields that data sets lack.
    @Test
    void asksForDataSetsByTheirTags() {
        var search =
                new HubSearch(
                        RepositoryKind.DATA_SET,
                        "wiki",
                        "de",
                        "text-generation",
                        "mit",
                        OptionalLong.empty(),
                        7);
        assertThat(search.at(URI.create("https://huggingface.co")).toString())
                .startsWith(
                        "https://huggingface.co/api/datasets?search=wiki&filter=language%3Ade"
                                + "&filter=license%3Amit&filter=task_categories%3Atext-generation"
                                + "&sort=downloads&limit=7&expand=")
                .doesNotContain("safetensors", "pipeline_tag", "library_name");
    }

    @Test
    void whoAsksForTheOtherKindIsTold() throws IOException {
        server.dataSet("a/texts", Map.of("train.txt", new byte[9]));
        try (var client = client()) {
            assertThatThrownBy(
                            () ->
                                    client.repository(
                                            new RepositoryId("a/texts"),
                                            Revision.MAIN,
                                            Progress.unwatched()))
                    .isInstanceOf(HubException.class)
                    .hasMessage(
                            "a/texts is a data set, not a model; ask for it with --dataset, or on"
                                    + " the Data screen.");
            var dataSet = new RepositoryId(RepositoryKind.DATA_SET, "a/texts");
            HubRepository found = client.repository(dataSet, Revision.MAIN, Progress.unwatched());
            assertThat(found.id()).isEqualTo(dataSet);
            assertThat(found.languages()).containsExactly("de");
            assertThat(found.files()).extracting(HubFile::path).containsExactly("train.txt");
        }
    }

    /// The server gives two models a page.
    @Test
    void followsPagesUntilThereAreEnough() throws IOException {
        try (var client = client()) {
            assertThat(client.search(search("", 5), Progress.unwatched()))
                    .extracting(model -> model.id().name())
                    .containsExactly("a/gated", "a/one", "a/private", "a/two", "b/five");
            assertThat(client.search(search("b/", 10), Progress.unwatched())).hasSize(3);
        }
        assertThat(server.asked()).hasSize(3 + 2);
    }

    /// 1.5 billion and one are asked for as 1.51B; what the Hub finds above that is left out.
    @Test
    void theRoundedSizeIsMadeExact() throws IOException {
        for (long size : new long[] {0, 1_500_000_000, 1_500_000_001, 1_505_000_000}) {
            var traits = new ServedTraits("text-generation", "de", "mit", size);
            server.model("sizes/of" + size, FILES, traits);
        }
        var search =
                new HubSearch(
                        RepositoryKind.MODEL,
                        "sizes",
                        "",
                        "",
                        "",
                        OptionalLong.of(1_500_000_001),
                        10);
        try (var client = client()) {
            assertThat(client.search(search, Progress.unwatched()))
                    .extracting(model -> model.id().name())
                    .containsExactly("sizes/of1500000000", "sizes/of1500000001");
        }
    }

    @Test
    void readsWhatAModelIs() throws IOException {
        try (var client = client()) {
            HubRepository model = client.repository(ID, Revision.MAIN, Progress.unwatched());
            assertThat(model.commit()).contains(HubServer.COMMIT);
            assertThat(model.licence()).isEqualTo("mit");
            assertThat(model.languages()).containsExactly("de");
            assertThat(model.parameters()).containsExactly(Map.entry("F32", 124_000_000L));
            assertThat(model.files())
                    .extracting(HubFile::path)
                    .containsExactly("config.json", "model.safetensors");
            assertThat(HubRepository.bytes(model.files())).isEqualTo(2 + 5000);
            assertThat(client.text(ID, Revision.MAIN, "config.json", Progress.unwatched()))
                    .isEqualTo("{}");
        }
    }

    private HubException refusal(Map<String, String> more, String id, String revision) {
        try (var client = client(more)) {
            return catchThrowableOfType(
                    HubException.class,
                    () ->
                            client.text(
                                    new RepositoryId(id),
                                    new Revision(revision),
                                    id.equals("b/four") ? "none.json" : "config.json",
                                    Progress.unwatched()));
        }
    }

    @Test
    void everyRefusalSaysWhatToDo() {
        assertThat(refusal(Map.of(), "a/gated", "main").reason()).isEqualTo(Reason.GATED);
        assertThat(refusal(Map.of(), "a/private", "main"))
                .hasMessageContaining("has no config.json of a/private")
                .hasMessageContaining("log in with a token that may read it (`hub login`)");
        assertThat(refusal(Map.of("HF_TOKEN", "hf_other"), "a/private", "main"))
                .hasMessageContaining("look whether the account of your token may read it");
        assertThat(refusal(Map.of(), "a/none", "main").reason()).isEqualTo(Reason.NO_REPOSITORY);
        assertThat(refusal(Map.of(), "a/one", "v9"))
                .hasMessageContaining("a/one has no revision \"v9\"");
        assertThat(refusal(Map.of(), "b/four", "main"))
                .hasMessageContaining("There is no none.json of b/four");
        assertThat(refusal(Map.of("HF_HUB_OFFLINE", "1"), "a/one", "main").reason())
                .isEqualTo(Reason.OFFLINE);
    }

    @Test
    void refusalsAreToldInTheWindowsLanguage() {
        String none =
                refusal(Map.of(), "a/private", "main")
                        .told()
                        .map(sentence -> sentence.in(Locale.GERMAN))
                        .orElseThrow();
        assertThat(none)
                .startsWith("config.json von a/private gibt es auf http")
                .endsWith("sich mit einem Token anmelden, das es lesen darf (`hub login`).");
    }

    @Test
    void aTokenThatAServerRepeatsIsHidden() {
        server.hub().refusing(403, 1, Map.of("X-Error-Message", "no hf_echoed here"));
        assertThat(refusal(Map.of("HF_TOKEN", "hf_echoed"), "a/one", "main"))
                .hasMessageContaining("status 403: no [token] here")
                .hasMessageNotContaining("hf_echoed");
    }

    @Test
    void whoTheTokenIsOf() throws IOException {
        try (var client = client(Map.of("HF_TOKEN", HubServer.SECRET))) {
            assertThat(client.account(Progress.unwatched())).isEqualTo("somebody");
        }
        try (var client = client(Map.of("HF_TOKEN", "hf_wrong"))) {
            assertThatThrownBy(() -> client.account(Progress.unwatched()))
                    .hasMessageContaining("does not know the token");
        }
    }

    @Test
    void anEndpointThatIsNoHubIsTold() throws IOException {
        server.hub()
                .intercepting(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 2);
                            exchange.getResponseBody().write(new byte[] {'<', '>'});
                            return true;
                        });
        try (var client = client()) {
            assertThatThrownBy(() -> client.repository(ID, Revision.MAIN, Progress.unwatched()))
                    .hasMessageContaining("no JSON")
                    .hasMessageContaining("HF_ENDPOINT");
        }
    }

    @Test
    void nobodyThereIsTold() {
        server.close();
        try (var client = client()) {
            assertThatThrownBy(() -> client.repository(ID, Revision.MAIN, Progress.unwatched()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("6 times")
                    .hasMessageContaining("Check the connection");
        }
    }

    @Test
    void aRequestThatIsNotAnsweredEndsWhenItIsCancelled() {
        server.hub()
                .intercepting(
                        _ -> {
                            sleep(20_000);
                            return false;
                        });
        var cancelled = new AtomicBoolean();
        Thread.ofVirtual()
                .start(
                        () -> {
                            sleep(200);
                            cancelled.set(true);
                        });
        long begin = System.nanoTime();
        try (var client = client()) {
            assertThatThrownBy(
                            () ->
                                    client.repository(
                                            ID, Revision.MAIN, new Cancellable(cancelled::get)))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
