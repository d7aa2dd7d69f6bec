package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.hub.Download;
import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.DownloadState;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.hub.ServedModels;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.models.ModelsViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The Hub's part of the models screen, over a Hub of the test's that speaks the real one's
/// protocol.
@Timeout(120)
class HubViewModelTest {
    private static final RepositoryId TINY = new RepositoryId("somebody/tiny");
    private static final RepositoryId GATED = new RepositoryId("somebody/gated");

    @TempDir Path home;
    private final List<String> notices = new ArrayList<>();
    private Map<String, byte[]> files = Map.of();
    private HubServer server;
    private TestContext test;
    private SettingsFile settings;
    private HubSession session;
    private HubViewModel viewModel;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws IOException {
        files = ServedModels.tiny(home.resolve("tiny"));
        server = new HubServer().model(TINY.name(), files).model(GATED.name(), files, "gated");
        test = new TestContext(workspace().folder());
        settings = new SettingsFile(workspace().settingsFile());
        session = new HubSession(workspace(), server.environment(home));
        viewModel = made(session);
    }

    @AfterEach
    void close() {
        fx(viewModel::close);
        session.close();
        test.close();
        until(
                "what reads in the folder",
                () -> test.context().jobs().list().stream().allMatch(job -> job.state().ended()));
        settings.close();
        server.close();
    }

    private Workspace workspace() {
        return new Workspace(home.resolve("workspace"));
    }

    private HubViewModel made(HubSession hub) {
        HubViewModel made =
                WorkbenchWindow.onFxThread(
                        () -> {
                            var models = new ModelsViewModel(test.context(), settings, hub.cache());
                            var one =
                                    new HubViewModel(
                                            test.context(),
                                            hub,
                                            models,
                                            (title, _) -> notices.add(title));
                            one.begin();
                            return one;
                        });
        until("the catalogue", () -> !made.rows().isEmpty());
        until("the account", () -> made.account().changes().get() > 0);
        return made;
    }

    private static void fx(Runnable work) {
        WorkbenchWindow.onFxThread(
                () -> {
                    work.run();
                    return true;
                });
    }

    private static void until(String what, BooleanSupplier come) {
        WorkbenchWindow.waitUntil(what, come);
    }

    private static List<String> names(HubViewModel viewModel) {
        return WorkbenchWindow.onFxThread(
                () ->
                        viewModel.rows().stream()
                                .filter(HubRow.One.class::isInstance)
                                .map(row -> ((HubRow.One) row).id().name())
                                .toList());
    }

    private void look(RepositoryId id) {
        fx(() -> viewModel.page().row().set(new HubRow.Named(id)));
        until("the page", () -> viewModel.page().looked().get() != null);
    }

    private Offer offer() {
        return WorkbenchWindow.onFxThread(() -> viewModel.page().offer().get());
    }

    private static DownloadRequest needed(String model) {
        return new DownloadRequest(new RepositoryId(model), Revision.MAIN, FileChoice.NEEDED);
    }

    private Path snapshot(String repository) {
        return home.resolve("hf/hub/models--somebody--" + repository)
                .resolve("snapshots")
                .resolve(HubServer.COMMIT);
    }

    @Test
    void showsTheCatalogueWithoutAskingAndThenWhatTheHubFinds() {
        assertThat(viewModel.rows().getFirst()).isInstanceOf(HubRow.Paired.class);
        assertThat(names(viewModel)).contains("openai-community/gpt2", "dbmdz/german-gpt2");
        fx(() -> viewModel.words().set("german"));
        assertThat(names(viewModel))
                .contains("dbmdz/german-gpt2")
                .doesNotContain("surajp/gpt2-hindi");
        assertThat(server.asked()).isEmpty();

        fx(() -> viewModel.words().set("tiny"));
        fx(viewModel::search);
        until("the answer", () -> viewModel.found().get());
        assertThat(names(viewModel)).containsExactly("somebody/tiny");
        assertThat(viewModel.heading().get()).isEqualTo("1 model on the Hub");

        int before = server.asked().size();
        fx(() -> viewModel.language().set("de"));
        until("another answer", () -> server.asked().size() > before);

        fx(() -> viewModel.words().set(""));
        assertThat(viewModel.found().get()).isFalse();
        assertThat(names(viewModel)).contains("dbmdz/german-gpt2");
    }

    @Test
    void keepsTheCatalogueWhenTheHubDoesNotAnswerAndAsksAgain() {
        server.hub().refusing(403, 1);
        fx(viewModel::search);
        until("the refusal", () -> !viewModel.problem().get().isEmpty());
        assertThat(viewModel.problem().get()).contains("status 403");
        assertThat(viewModel.unanswered().get()).isTrue();
        assertThat(names(viewModel)).contains("openai-community/gpt2");
        fx(viewModel::again);
        until("the answer", () -> viewModel.found().get());
        assertThat(viewModel.problem().get()).isEmpty();
        assertThat(viewModel.unanswered().get()).isFalse();
        assertThat(names(viewModel)).containsExactly("somebody/gated", "somebody/tiny");
    }

    @Test
    void showsItsOwnCatalogueWhenAPersonsIsDamaged() throws IOException {
        Files.createDirectories(workspace().folder());
        Files.writeString(workspace().catalogueFile(), "{\"models\": [");
        HubViewModel other = made(session);
        assertThat(names(other)).contains("openai-community/gpt2");
        assertThat(other.problem().get()).contains("catalogue.json is not valid JSON");
        assertThat(other.unanswered().get()).isFalse();
        fx(other::close);
    }

    @Test
    void tellsWhatWouldBeFetchedOfAModel() {
        look(TINY);
        LookedAt looked = Objects.requireNonNull(viewModel.page().looked().get());
        long needed =
                files.entrySet().stream()
                        .filter(file -> !file.getKey().equals("onnx/model.onnx"))
                        .mapToLong(file -> file.getValue().length)
                        .sum();
        assertThat(offer()).isEqualTo(new Offer.Fetch(needed, List.of()));
        assertThat(looked.page().orElseThrow().cardText()).isEqualTo("# A tiny model");
        assertThat(looked.missing()).extracting(HubFile::path).doesNotContain("onnx/model.onnx");
        // 0.6 GB of the program and three times 3 tokens of 4 numbers of 2 bytes
        assertThat(looked.memory().orElseThrow().transfer())
                .isEqualTo(600_000_000L + 3 * 3 * 4 * 2);
    }

    @Test
    void takesUpAModelOnceItIsWhole() {
        look(TINY);
        fx(viewModel.page()::fetch);
        until("the model", () -> offer() instanceof Offer.Here);
        assertThat(offer()).isEqualTo(new Offer.Here(snapshot("tiny")));
        assertThat(settings.current().recentModels()).containsExactly(snapshot("tiny"));
        assertThat(notices).containsExactly("somebody/tiny is at hand");

        fx(viewModel.page()::useAsHelper);
        until("the helper", () -> test.pair().helper().get() != null);
        ModelSummary helper = Objects.requireNonNull(test.pair().helper().get());
        assertThat(helper.name()).isEqualTo("tiny");

        // a window in another language looks at the same queue, and tells nothing again
        HubViewModel other = made(session);
        fx(other.downloads()::look);
        fx(other::close);
        assertThat(notices).hasSize(1);
    }

    @Test
    void fetchesAnotherRevisionBesideTheMainOne() throws IOException {
        look(TINY);
        fx(viewModel.page()::fetch);
        until("the model", () -> offer() instanceof Offer.Here);
        assertThat(Objects.requireNonNull(viewModel.page().looked().get()).revisions())
                .containsExactly(Revision.MAIN, new Revision("step3"));

        fx(() -> viewModel.page().revision().set("step3"));
        until("the offer", () -> offer() instanceof Offer.Fetch);
        fx(viewModel.page()::fetch);
        until("the revision", () -> offer() instanceof Offer.Here);
        Path earlier = snapshot("tiny").resolveSibling(HubServer.EARLIER);
        assertThat(offer()).isEqualTo(new Offer.Here(earlier));
        assertThat(ModelName.withRevision(earlier)).isEqualTo("tiny@step3");
        assertThat(ModelName.withRevision(snapshot("tiny"))).isEqualTo("tiny");

        fx(() -> viewModel.page().revision().set("step4"));
        until("the refusal", () -> viewModel.page().problem().get().contains("\"step4\""));
        fx(() -> viewModel.page().revision().set("no name"));
        until("the refusal", () -> viewModel.page().problem().get().contains("no name"));
        look(GATED);
        assertThat(viewModel.page().revision().get()).isEqualTo("main");
    }

    @Test
    void knowsOfAModelThatCameBeforeAnybodyLooked() {
        look(TINY);
        WorkbenchWindow.onFxThread(
                () -> {
                    Download one =
                            session.downloads()
                                    .add(
                                            new DownloadRequest(
                                                    TINY, Revision.MAIN, FileChoice.NEEDED));
                    while (one.snapshot().state() != DownloadState.DONE) {
                        Thread.sleep(5);
                    }
                    viewModel.downloads().look();
                    return true;
                });
        until("the model", () -> offer() instanceof Offer.Here);
    }

    @Test
    void offersWhatIsHereAlsoWhenNothingMayBeAsked() {
        look(TINY);
        fx(viewModel.page()::fetch);
        until("the model", () -> offer() instanceof Offer.Here);
        var variables = new HashMap<>(server.variables(home));
        variables.put("HF_HUB_OFFLINE", "1");
        fx(viewModel::close);
        try (var offline = new HubSession(workspace(), HubEnvironment.of(variables, home))) {
            viewModel = made(offline);
            assertThat(names(viewModel)).contains("openai-community/gpt2");
            look(TINY);
            assertThat(viewModel.page().problem().get()).contains("HF_HUB_OFFLINE is set");
            assertThat(offer()).isEqualTo(new Offer.Here(snapshot("tiny")));
            look(GATED);
            until("no offer", () -> offer() instanceof Offer.Nothing);
            fx(viewModel::search);
            until("the refusal", () -> viewModel.problem().get().contains("HF_HUB_OFFLINE"));
        }
    }

    @Test
    void pausesGoesOnAndCancels() {
        byte[] weights = HubServer.bytes(5, 400_000);
        var large = new HashMap<>(files);
        large.put("model.safetensors", weights);
        server.model("somebody/large", large);
        server.cdn().slowedTo(100_000);
        DownloadsViewModel downloads = viewModel.downloads();
        fx(() -> downloads.fetch(needed("somebody/large")));
        until("the download", () -> downloads.busy().get() == 1);
        Download one = downloads.list().getFirst();
        until("some bytes", () -> one.snapshot().done() > 50_000);
        assertThat(downloads.has(one.request().id(), Revision.MAIN)).isTrue();

        downloads.pause(one);
        until("the pause", () -> one.snapshot().state() == DownloadState.PAUSED);
        until("nothing under way", () -> downloads.busy().get() == 0);
        long sent = server.cdn().sent();
        server.cdn().slowedTo(Integer.MAX_VALUE);
        downloads.resume(one);
        until("its end", () -> one.snapshot().state() == DownloadState.DONE);
        assertThat(server.cdn().sent()).isLessThan(sent + 400_000);
        assertThat(snapshot("large").resolve("model.safetensors")).hasBinaryContent(weights);
        fx(downloads::clearEnded);
        assertThat(downloads.list()).isEmpty();

        large.put("model.safetensors", HubServer.bytes(6, 400_000));
        server.model("somebody/other", large);
        server.cdn().slowedTo(10_000);
        DownloadRequest other = needed("somebody/other");
        fx(() -> downloads.fetch(other));
        until("another", () -> downloads.list().size() == 1);
        downloads.cancel(downloads.list().getFirst());
        until("that it is gone", () -> downloads.list().isEmpty());
        assertThat(downloads.has(other.id(), Revision.MAIN)).isFalse();
    }

    @Test
    void asksForATokenWhereOneIsNeededAndShowsItNowhere() throws IOException {
        look(GATED);
        assertThat(offer()).isEqualTo(new Offer.Closed(false));

        fx(() -> viewModel.account().logIn("hf_wrongsecret"));
        until("the refusal", () -> !viewModel.account().problem().get().isEmpty());
        assertThat(viewModel.account().problem().get())
                .contains("does not know the token")
                .doesNotContain("wrongsecret");
        fx(() -> viewModel.account().logIn("hf wrong secret"));
        assertThat(viewModel.account().problem().get())
                .contains("no token of the Hub")
                .doesNotContain("wrong secret");
        Path file = home.resolve("hf/token");
        assertThat(file).doesNotExist();

        fx(() -> viewModel.account().logIn(HubServer.SECRET + "\n"));
        until("the offer", () -> offer() instanceof Offer.Fetch);
        assertThat(viewModel.account().sentence().get()).isEqualTo("Logged in as somebody.");
        assertThat(viewModel.account().problem().get()).isEmpty();
        assertThat(file).hasContent(HubServer.SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        test.context().jobs().list().stream()
                                .map(job -> job.title() + job.snapshot())
                                .toList())
                .noneMatch(words -> words.contains("averysecret"));

        fx(viewModel.account()::logOut);
        until("no offer", () -> offer() instanceof Offer.Closed);
        assertThat(file).doesNotExist();
        assertThat(viewModel.account().sentence().get()).startsWith("Not logged in");
    }

    @Test
    void doesNotOfferWhatTheDiskHasNoRoomFor() {
        long huge = 1L << 55;
        server.saying(TINY.name(), "model.safetensors", huge);
        look(TINY);
        assertThat(offer()).isInstanceOf(Offer.NoRoom.class);
        fx(viewModel.page()::fetch);
        assertThat(session.downloads().list()).isEmpty();
    }
}
