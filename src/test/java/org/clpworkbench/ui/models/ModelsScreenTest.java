package org.clpworkbench.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The segments of the models screen, and models that come from another one of them.
class ModelsScreenTest {
    @TempDir Path folder;
    private final AtomicInteger made = new AtomicInteger();
    private final SimpleIntegerProperty busy = new SimpleIntegerProperty();
    private TestContext test;
    private SettingsFile settings;
    private ModelsViewModel viewModel;
    private Scene scene;
    private final Person person = new Person(() -> scene);

    @BeforeEach
    void open() throws Exception {
        test = new TestContext(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        Stage stage = FxToolkit.registerPrimaryStage();
        viewModel = new ModelsViewModel(test.context(), settings, hub());
        scene =
                WorkbenchWindow.onFxThread(
                        () -> {
                            var hub = new Segment("hub", busy, this::other);
                            var shown =
                                    new Scene(
                                            new ModelsView(viewModel, List.of(hub)).root(),
                                            1000,
                                            700);
                            stage.setScene(shown);
                            stage.show();
                            viewModel.refresh();
                            return shown;
                        });
        WorkbenchWindow.waitUntil("the models", () -> viewModel.ready().get());
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
        test.close();
        settings.close();
    }

    private HubCache hub() {
        return new HubCache(folder.resolve("hub"), true);
    }

    private Parent other() {
        made.incrementAndGet();
        var words = new Label("another");
        words.setId("another");
        return new StackPane(words);
    }

    private boolean shows(String query) {
        return WorkbenchWindow.onFxThread(() -> scene.lookup(query) != null);
    }

    private static String folder(@Nullable ModelSummary model) {
        return model == null ? "" : model.folder().toString();
    }

    @Test
    void makesASegmentWhenItIsShownAndOnlyOnce() {
        assertThat(made).hasValue(0);
        assertThat(shows("#table")).isTrue();
        person.click("#segment-hub");
        assertThat(shows("#another")).isTrue();
        assertThat(shows("#table")).isFalse();
        person.click("#segment-hub");
        person.click("#segment-hand");
        person.click("#segment-hub");
        assertThat(shows("#another")).isTrue();
        assertThat(made).hasValue(1);
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.show();
                    return true;
                });
        assertThat(shows("#table")).isTrue();
    }

    @Test
    void goesFromOneSegmentToTheNextByKeys() {
        WorkbenchWindow.onFxThread(
                () -> {
                    scene.lookup("#segment-hand").requestFocus();
                    return true;
                });
        new FxRobot().push(KeyCode.RIGHT);
        assertThat(shows("#another")).isTrue();
    }

    @Test
    void saysInItsTitleHowMuchGoesOnInASegment() {
        String title =
                WorkbenchWindow.onFxThread(
                        () -> {
                            busy.set(2);
                            return ((ToggleButton) scene.lookup("#segment-hub")).getText();
                        });
        assertThat(title).contains("2");
    }

    @Test
    void tellsTheLicenceOfTheEmbeddedModelsAndWhatFits() {
        WorkbenchWindow.waitUntil(
                "the free memory", () -> facts("source").startsWith("licence apache-2.0 · "));
    }

    private String facts(String role) {
        return ((Label) scene.lookup("." + role + " .card-facts")).getText();
    }

    @Test
    void takesUpModelsThatComeWhileOthersAreRead() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        TinyModels.write(first, 4, List.of("<|end|>", "a", "b"), 1);
        TinyModels.write(second, 4, List.of("<|end|>", "a", "b"), 2);
        Files.writeString(first.resolve("README.md"), "---\nlicense: mit\n---\n");
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.useAsSource(first);
                    viewModel.useAsHelper(second);
                    viewModel.refresh();
                    return true;
                });
        WorkbenchWindow.waitUntil(
                "the pair",
                () ->
                        folder(test.pair().source().get()).equals(first.toString())
                                && folder(test.pair().helper().get()).equals(second.toString()));
        WorkbenchWindow.waitUntil(
                "what their cards tell",
                () ->
                        facts("source").startsWith("licence mit · ")
                                && facts("helper").startsWith("no licence named · "));
        int rows =
                WorkbenchWindow.onFxThread(
                        () -> ((TableView<?>) scene.lookup("#table")).getItems().size());
        assertThat(rows).isEqualTo(5); // the three embedded ones and these
        assertThat(settings.current().recentModels()).contains(first, second);
        assertThat(settings.current().chosen().source()).isEqualTo(first.toString());
    }
}
