package org.clpworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TinyModels;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.ScriptedDialogs;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.hub.HubSession;
import org.clpworkbench.ui.shell.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The window's content on an empty workspace, before any model is read: no pair is chosen, or one
/// without a text, and wherever nothing can be shown a button leads on.
class DeadEndsTest {
    /// Where something belongs that is not there: a screen, what is pressed on it, and which screen
    /// each button of its empty places opens.
    private enum Place {
        DATA(ScreenName.DATA, "", ScreenName.MODELS),
        GROUPS(ScreenName.OVERLAP, "#groupsPage", ScreenName.MODELS),
        TEXT(ScreenName.OVERLAP, "#textPage", ScreenName.MODELS),
        GRAPH(ScreenName.NEIGHBOURS, "#graphWay", ScreenName.MODELS),
        SPACES(ScreenName.NEIGHBOURS, "#spacesWay", ScreenName.MODELS),
        EXPLAIN(ScreenName.NEIGHBOURS, "#explainWay", ScreenName.MODELS),
        MAP(ScreenName.NEIGHBOURS, "#openMap", ScreenName.MODELS),
        TRANSFER(ScreenName.TRANSFER, "", ScreenName.MODELS),
        COMPARISON(ScreenName.TRANSFER, "#compare", ScreenName.DATA, true),
        SPACE(ScreenName.TRANSFER, "#method-focus", ScreenName.DATA, true),
        TRAINING(ScreenName.TRAINING, "", ScreenName.RUNS),
        RUNS(ScreenName.RUNS, "", ScreenName.TRAINING),
        GENERATE(ScreenName.GENERATE, "", ScreenName.MODELS);

        private final ScreenName screen;
        private final String pressed;
        private final ScreenName leadsTo;
        private final boolean paired;

        Place(ScreenName screen, String pressed, ScreenName leadsTo) {
            this(screen, pressed, leadsTo, false);
        }

        /// @param paired whether a pair is chosen, though no text
        Place(ScreenName screen, String pressed, ScreenName leadsTo, boolean paired) {
            this.screen = screen;
            this.pressed = pressed;
            this.leadsTo = leadsTo;
            this.paired = paired;
        }
    }

    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Pair pair = new Pair();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private Workspace workspace;
    private SettingsFile settings;
    private HubSession session;
    private WindowContent content;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        Texts.speak(Locale.ENGLISH);
        workspace = new Workspace(folder);
        settings = new SettingsFile(workspace.settingsFile());
        session =
                new HubSession(workspace, HubEnvironment.of(Map.of("HF_HUB_OFFLINE", "1"), folder));
        content =
                OnScreen.get(
                        () ->
                                new WindowContent(
                                        workspace,
                                        jobs,
                                        session,
                                        pair,
                                        dialogs,
                                        settings,
                                        new Notices()));
        scene = OnScreen.get(() -> OnScreen.show(content.root(), 1280, 820));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(
                () -> {
                    scene.getWindow().hide();
                    content.close();
                });
        jobs.close();
        session.close();
        settings.close();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyEmptyPlaceLeadsOn(Place place) throws Exception {
        if (place.paired) {
            choosePair();
        }
        goTo(place);
        OnScreen.await(() -> !empties().isEmpty() && empties().stream().noneMatch(this::ends));
        int many = OnScreen.get(() -> steps().size());
        for (int step = 0; step < many; step++) {
            int at = step;
            goTo(place);
            OnScreen.await(() -> steps().size() == many);
            String words = OnScreen.get(() -> steps().get(at).getText());
            OnScreen.run(() -> steps().get(at).fire());
            OnScreen.await(() -> isOpen(place.leadsTo));
            assertThat(words).as("the button at %s", place).isNotBlank();
        }
    }

    @Test
    void theModelsScreenTakesUpAFolder() throws Exception {
        Path model = EmbeddedDemo.unpack(workspace.embedded()).source();
        OnScreen.await(() -> isOpen(ScreenName.MODELS) && steps().size() == 1);
        dialogs.willAnswer(model);
        OnScreen.run(() -> steps().getFirst().fire());
        OnScreen.await(() -> ((TableView<?>) scene.lookup("#table")).getItems().size() == 1);
    }

    @Test
    void noScreenIsLeftOut() {
        Set<ScreenName> visited =
                Arrays.stream(Place.values())
                        .map(place -> place.screen)
                        .collect(Collectors.toCollection(() -> EnumSet.of(ScreenName.MODELS)));
        assertThat(visited).containsExactlyInAnyOrder(ScreenName.values());
    }

    private void choosePair() throws Exception {
        List<String> words = List.of("<s>", "a", "b", "c");
        var source = ModelSummary.read(TinyModels.write(folder.resolve("en"), 4, words, 1));
        var helper = ModelSummary.read(TinyModels.write(folder.resolve("de"), 4, words, 2));
        OnScreen.run(
                () -> {
                    pair.source().set(source);
                    pair.helper().set(helper);
                });
    }

    private void goTo(Place place) throws Exception {
        OnScreen.run(
                () -> {
                    press("#rail-" + place.screen.name().toLowerCase(Locale.ROOT));
                    scene.getRoot().applyCss(); // what scrolls is found from then on
                    if (!place.pressed.isEmpty() && scene.lookup(place.pressed) != null) {
                        press(place.pressed);
                    }
                });
    }

    private void press(String query) {
        ((ButtonBase) scene.lookup(query)).fire();
    }

    private boolean isOpen(ScreenName screen) {
        String rail = "#rail-" + screen.name().toLowerCase(Locale.ROOT);
        return scene.lookup(rail + ":selected") != null;
    }

    /// The places in view that say that something is missing.
    private List<Parent> empties() {
        return visible(scene.getRoot()).stream()
                .filter(
                        node ->
                                node instanceof EmptyState
                                        || node instanceof ProblemBar
                                        || node.getStyleClass().contains("empty-state"))
                .map(Parent.class::cast)
                .toList();
    }

    private List<Button> steps() {
        return empties().stream().flatMap(empty -> steps(empty).stream()).toList();
    }

    /// What a problem bar offers besides copying what it says.
    private static List<Button> steps(Parent empty) {
        return visible(empty).stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> !button.isDisabled())
                .filter(button -> !button.getStyleClass().contains("problem-details"))
                .toList();
    }

    private boolean ends(Parent empty) {
        return steps(empty).isEmpty();
    }

    private static List<Node> visible(Node node) {
        var found = new ArrayList<Node>();
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(visible(child)));
            }
        }
        return found;
    }
}
