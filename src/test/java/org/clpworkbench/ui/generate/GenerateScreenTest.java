package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class GenerateScreenTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final Pair pair = new Pair();
    private GenerateViewModel viewModel;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        viewModel = OnScreen.get(() -> new GenerateViewModel(context));
        scene = OnScreen.get(() -> OnScreen.show(new GenerateView(viewModel).root(), 980, 640));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        viewModel.close();
        jobs.close();
    }

    @Test
    void saysWhatToDoWhereThereIsNoModel() throws Exception {
        assertThat(label("#answer")).isEqualTo("Choose who writes.");
        assertThat(scene.getRoot().lookup("#empty").isVisible()).isTrue();
        assertThat(button("#write").isDisabled()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/generate-empty.png"));
    }

    @Test
    void letsTwoModelsContinueTheSameWordsAndShowsTheChancesOfAToken() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        assertThat(names()).containsExactly("helper", "source");
        OnScreen.run(
                () -> {
                    viewModel.prompt().set("Öffnen Sie die");
                    viewModel.sampling().tokens().set(24);
                    button("#write").fire();
                });
        OnScreen.await(() -> viewModel.writing().get() && button("#write").isDisabled());
        OnScreen.await(() -> !viewModel.writing().get());
        assertThat(label("#answer"))
                .isEqualTo("2 models continue “Öffnen Sie die”, drawing with seed 1.");
        assertThat(flows()).hasSize(2);
        for (TextFlow flow : flows()) {
            // the prompt and at most 24 tokens
            assertThat(flow.getChildren()).hasSizeBetween(3, 25);
            assertThat(((Text) flow.getChildren().getFirst()).getText())
                    .isEqualTo("Öffnen Sie die");
            assertThat(flow.getAccessibleText())
                    .startsWith("Öffnen Sie die")
                    .hasSizeGreaterThan(20);
        }
        assertThat(pair.done()).contains(ScreenName.GENERATE);

        assertThat(label("#chance")).startsWith("Point at a token");
        OnScreen.run(() -> press(flows().getFirst(), KeyCode.HOME));
        String first = label("#chance");
        assertThat(first).contains("had a probability of");
        OnScreen.run(() -> press(flows().getFirst(), KeyCode.RIGHT));
        assertThat(label("#chance")).contains("had a probability of").isNotEqualTo(first);
        pictures();
    }

    @Test
    void drawsTheSameTextFromTheSameSeedAndAnotherFromAnother() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        OnScreen.run(() -> box("source").fire());
        String once = written(1);
        assertThat(written(1)).isEqualTo(once);
        assertThat(written(2)).isNotEqualTo(once);
    }

    @Test
    void stopsInTheMiddleAndKeepsWhatIsThere() throws Exception {
        choosePair();
        OnScreen.await(() -> !button("#write").isDisabled());
        OnScreen.run(
                () -> {
                    box("source").fire();
                    viewModel.sampling().tokens().set(2000);
                    button("#write").fire();
                });
        OnScreen.await(() -> viewModel.chosen().getFirst().tokens().size() > 3);
        OnScreen.run(() -> button("#stop").fire());
        OnScreen.await(() -> !viewModel.writing().get());
        assertThat(viewModel.chosen().getFirst().state().get()).endsWith("stopped");
        assertThat(viewModel.chosen().getFirst().tokens()).hasSizeBetween(4, 1999);
    }

    private String written(int seed) throws Exception {
        OnScreen.run(
                () -> {
                    viewModel.prompt().set("Die");
                    viewModel.sampling().seed().set(seed);
                    button("#write").fire();
                });
        OnScreen.await(() -> !viewModel.writing().get());
        return flows().getFirst().getAccessibleText();
    }

    private void choosePair() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(new Workspace(folder).embedded());
        var source = ModelSummary.read(demo.source());
        var helper = ModelSummary.read(demo.helper());
        OnScreen.run(
                () -> {
                    pair.source().set(named(source, "source"));
                    pair.helper().set(named(helper, "helper"));
                });
        OnScreen.await(() -> viewModel.chosen().size() == 2);
        OnScreen.run(() -> viewModel.prompt().set("Die"));
    }

    private static ModelSummary named(ModelSummary model, String name) {
        return new ModelSummary(
                name,
                model.folder(),
                model.modelType(),
                model.parameters(),
                model.layers(),
                model.width(),
                model.heads(),
                model.vocabularySize(),
                model.contextLength(),
                model.tied(),
                model.dtype(),
                model.bytes());
    }

    private void pictures() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{834, 560}, {1400, 860}}) {
                Scene other =
                        OnScreen.get(
                                () ->
                                        OnScreen.scene(
                                                new GenerateView(viewModel).root(),
                                                size[0],
                                                size[1],
                                                dark));
                String name = "generate-%s-%d.png".formatted(dark ? "dark" : "light", size[0]);
                OnScreen.picture(other, Path.of("target/pictures").resolve(name));
            }
        }
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private List<TextFlow> flows() {
        return scene.getRoot().lookupAll(".written").stream().map(TextFlow.class::cast).toList();
    }

    private Set<String> names() {
        return scene.getRoot().lookupAll(".writer > .section").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private CheckBox box(String name) {
        return scene.getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String id) {
        return (Button) scene.getRoot().lookup(id);
    }

    private String label(String id) {
        return ((Labeled) scene.getRoot().lookup(id)).getText();
    }
}
