package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// Who writes, when the screen is left and opened again while a run goes on.
class WhoWritesTest {
    private static final TextRequest ASKED = new TextRequest("Die", 24, Sampling.greedy());

    @TempDir private Path folder;
    private final StackPane place = new StackPane();
    private TestContext test;
    private SettingsFile settings;
    private GenerateViewModel viewModel;
    private Parent screen;
    private Scene scene;
    private RunFolder run;

    @BeforeEach
    void openOnARun() throws Exception {
        test = new TestContext(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        run = MadeUpRuns.create(folder, "clp", 200, 1);
        MadeUpRuns.wholeCheckpoint(run, 100);
        viewModel = OnScreen.get(() -> new GenerateViewModel(test.context(), settings));
        screen = OnScreen.get(() -> new GenerateView(viewModel).root());
        scene = OnScreen.get(() -> OnScreen.show(place, 980, 640));
        openAgain();
        OnScreen.await(() -> ticked().equals(List.of("clp")));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        viewModel.close();
        settings.close();
        test.close();
    }

    @Test
    void aNewerCheckpointWritesTheNextTextAndTheTextStays() throws Exception {
        OnScreen.run(
                () -> {
                    text().begin(ASKED).accept(written("Katze"));
                    text().end(true);
                });
        MadeUpRuns.wholeCheckpoint(run, 200);
        // which gives the first another name
        MadeUpRuns.wholeCheckpoint(MadeUpRuns.create(folder, "clp", 200, 2), 100);
        openAgain();
        OnScreen.await(() -> text().choice().folder().endsWith("step-000200"));
        assertThat(OnScreen.get(this::ticked)).containsExactly("clp, seed 1");
        assertThat(words(".writer .section")).containsExactly("clp, seed 1");
        assertThat(words(".writer > .text-muted").getFirst())
                .startsWith("trained, step 100 · 1 token");
        assertThat(text().tokens()).containsExactly(written("Katze"));
        assertThat(copied()).contains("clp (trained, step 100)", "step-000100", "Die Katze");

        OnScreen.run(() -> text().begin(ASKED).accept(written("Hunde")));
        OnScreen.run(() -> text().end(true));
        assertThat(words(".writer > .text-muted").getFirst()).startsWith("1 token");
        assertThat(copied()).contains("clp, seed 1 (trained, step 200)", "step-000200");
    }

    @Test
    void whoWritesJustNowComesToItsEndBeforeTheNewerCheckpoint() throws Exception {
        var end = new CountDownLatch(1);
        OnScreen.run(() -> writeUntil(end));
        MadeUpRuns.wholeCheckpoint(run, 200);
        MadeUpRuns.wholeCheckpoint(MadeUpRuns.create(folder, "clp", 200, 2), 100);
        openAgain();
        OnScreen.await(() -> viewModel.choices().size() == 2);
        assertThat(OnScreen.get(this::ticked)).containsExactly("clp, seed 1");
        assertThat(text().choice().folder()).endsWith(Path.of("step-000100"));
        end.countDown();
        OnScreen.await(() -> text().choice().folder().endsWith("step-000200"));
        assertThat(OnScreen.get(this::ticked)).containsExactly("clp, seed 1");
    }

    @Test
    void whoWritesJustNowKeepsItsBoxWhereItIsNotFoundAnyMore() throws Exception {
        MadeUpRuns.wholeCheckpoint(MadeUpRuns.create(folder, "random", 200, 1), 100);
        var end = new CountDownLatch(1);
        OnScreen.run(() -> writeUntil(end));
        Files.delete(run.path().resolve("checkpoints/step-000100/trainer.json"));
        openAgain();
        OnScreen.await(() -> viewModel.choices().size() == 2);
        assertThat(OnScreen.get(this::ticked)).containsExactly("clp");
        end.countDown();
        OnScreen.await(() -> !text().busy().get());
    }

    @Test
    void theOldCheckpointsProcessEnds() throws Exception {
        putModel(100);
        Set<ProcessHandle> others = children();
        OnScreen.run(
                () -> {
                    viewModel.prompt().set("Die");
                    viewModel.sampling().tokens().set(3);
                    viewModel.write();
                });
        OnScreen.await(() -> !viewModel.writing().get() && !text().tokens().isEmpty());
        Set<ProcessHandle> writers = children();
        writers.removeAll(others);
        assertThat(writers).isNotEmpty().allMatch(ProcessHandle::isAlive);
        putModel(200);
        openAgain();
        OnScreen.await(() -> writers.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(text().tokens()).isNotEmpty();
    }

    @Test
    void aFolderThatIsKnownIsTickedInsteadOfAddedAgain() throws Exception {
        Path model = Files.createDirectories(folder.resolve("third"));
        OnScreen.run(
                () -> {
                    test.dialogs().willAnswer(model);
                    viewModel.addFolder();
                    viewModel.choose(viewModel.choices().getLast(), false);
                    test.dialogs().willAnswer(folder.resolve("models/../third"));
                    viewModel.addFolder();
                    test.dialogs().willAnswer(run.path().resolve("checkpoints/step-000100"));
                    viewModel.addFolder();
                });
        assertThat(OnScreen.get(this::boxes)).hasSize(2);
        assertThat(OnScreen.get(this::ticked)).containsExactly("clp", "third");
        openAgain();
        OnScreen.await(() -> ticked().equals(List.of("clp", "third")));
        assertThat(OnScreen.get(this::boxes)).hasSize(2);
    }

    private void writeUntil(CountDownLatch end) {
        var _ = text().begin(ASKED);
        text().writing()
                .await(
                        "clp writes",
                        _ -> {
                            end.await();
                            return true;
                        },
                        text()::end,
                        text()::fail);
    }

    /// A checkpoint whose model can write.
    private void putModel(int step) throws IOException {
        MadeUpRuns.wholeCheckpoint(run, step);
        Path checkpoint = run.path().resolve("checkpoints/step-%06d".formatted(step));
        Path model = EmbeddedDemo.unpack(new Workspace(folder).embedded()).helper();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(model)) {
            for (Path file : files) {
                Files.copy(file, checkpoint.resolve(file.getFileName()));
            }
        }
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private void openAgain() throws Exception {
        OnScreen.run(place.getChildren()::clear);
        OnScreen.run(() -> place.getChildren().add(screen));
    }

    private WriterText text() {
        return viewModel.chosen().getFirst();
    }

    private String copied() throws Exception {
        return OnScreen.get(() -> new CopiedText().of(text()));
    }

    private static Written written(String word) {
        var drawn = new LikelyToken(1, word, 0.5);
        return new Written(" " + word, drawn, List.of(drawn));
    }

    private List<String> ticked() {
        return boxes().stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList();
    }

    private Set<Node> boxes() {
        return scene.getRoot().lookupAll(".writer-list .check-box");
    }

    private List<String> words(String query) throws Exception {
        return OnScreen.get(
                () ->
                        scene.getRoot().lookupAll(query).stream()
                                .map(label -> ((Labeled) label).getText())
                                .toList());
    }
}
