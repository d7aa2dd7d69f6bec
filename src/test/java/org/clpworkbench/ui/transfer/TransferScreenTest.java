package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

import org.clpworkbench.job.RunningJob;
import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.ui.chart.Keys;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

class TransferScreenTest extends OpenedTransfer {
    @Test
    void asksForAPairFirst() throws Exception {
        assertThat(viewModel.problem().get()).contains("Choose a source and a helper");
        assertThat(button("#transfer").isDisabled()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/transfer-empty.png"));
    }

    @Test
    void estimatesTransfersReportsAndLeadsOn() throws Exception {
        choose(demo.helper());
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(viewModel.name().get()).endsWith("_" + Methods.DEFAULT + "_42");
        assertThat(viewModel.answer().get()).contains("missing tokens will get a new row");
        assertThat(plannedFigures())
                .contains("Padding: 0", "Time: not known yet")
                .anyMatch(line -> line.startsWith("Special tokens: "));
        OnScreen.pictures("transfer-plan", () -> new TransferView(viewModel).root());

        OnScreen.run(() -> button("#transfer").fire());
        OnScreen.await(() -> viewModel.reported().get());
        Path made = folder.resolve("models").resolve(viewModel.name().get());
        assertThat(made.resolve("transfer-manifest.json")).isRegularFile();
        assertThat(viewModel.answer().get()).contains("neighbours still");
        assertThat(pair.done()).contains(ScreenName.TRANSFER);
        assertThat(shownTexts("#report"))
                .contains("Checked after writing", "By script", "Missing tokens", "median")
                .anyMatch(text -> text.contains("tensors are bit for bit the source’s"));
        OnScreen.pictures("transfer-report", () -> new TransferView(viewModel).root());

        OnScreen.run(() -> button("#folder").fire());
        OnScreen.run(() -> button("#train").fire());
        assertThat(recorder.revealed).containsExactly(made);
        assertThat(recorder.opened).containsExactly(ScreenName.TRAINING);

        // now that one was measured, another one's time is told
        OnScreen.run(() -> viewModel.name().set("another"));
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(plannedFigures()).anyMatch(line -> line.matches("Time: (about \\d.*|less .*)"));
    }

    @Test
    void replacesNothingUnlessToldTo() throws Exception {
        Path there = folder.resolve("models").resolve("mine");
        Files.createDirectories(there);
        choose(demo.helper());
        OnScreen.run(() -> viewModel.name().set("mine"));
        OnScreen.await(() -> viewModel.ready().get());
        OnScreen.run(() -> button("#transfer").fire());
        OnScreen.await(() -> node("#question").isVisible());
        OnScreen.pictures("transfer-question", () -> new TransferView(viewModel).root());
        OnScreen.run(() -> button("#keep").fire());
        assertThat(node("#question").isVisible()).isFalse();
        assertThat(there).isEmptyDirectory();
        assertThat(jobs.list()).noneMatch(job -> job.title().startsWith("Transferring"));
    }

    @Test
    void undoesMethodPartsSeedAndNameByKeys() throws Exception {
        choose(demo.helper());
        String named = viewModel.name().get();
        OnScreen.run(() -> ((RadioButton) scene.lookup("#method-clp")).fire());
        OnScreen.run(() -> ((TextField) scene.lookup("#seed")).setText("7"));
        OnScreen.run(() -> ((TextField) scene.lookup("#name")).setText("mine"));
        Node seed = scene.lookup("#seed");
        Keys.control(seed, KeyCode.Z, false);
        assertThat(viewModel.name().get()).endsWith("_clp_7");
        Keys.control(seed, KeyCode.Z, false);
        assertThat(viewModel.seed().get()).isEqualTo("42");
        Keys.control(seed, KeyCode.Z, false);
        assertThat(viewModel.name().get()).isEqualTo(named);
        assertThat(((RadioButton) scene.lookup("#method-" + Methods.DEFAULT)).isSelected())
                .isTrue();
        assertThat(scene.lookup("#undo").isDisabled()).isTrue();
        Keys.control(seed, KeyCode.Y, false);
        assertThat(((RadioButton) scene.lookup("#method-clp")).isSelected()).isTrue();
        assertThat(viewModel.choice().recipe().get()).isEqualTo(Recipe.of("clp"));
        Keys.control(seed, KeyCode.Z, true);
        assertThat(viewModel.name().get()).endsWith("_clp_7");
    }

    @Test
    void namesTheModelAfterTheMethodUntilAPersonNamesIt() throws Exception {
        choose(demo.helper());
        OnScreen.run(() -> ((RadioButton) node("#method-clp")).fire());
        assertThat(viewModel.name().get()).endsWith("_clp_42");
        OnScreen.run(() -> viewModel.name().set("mine"));
        OnScreen.run(() -> ((RadioButton) node("#method-mean")).fire());
        assertThat(viewModel.name().get()).isEqualTo("mine");
        OnScreen.run(() -> viewModel.name().set("../elsewhere"));
        assertThat(viewModel.problem().get()).contains("cannot be a folder");
    }

    @Test
    void composesARecipeAndGoesBackToTheMethod() throws Exception {
        choose(demo.helper());
        OnScreen.run(() -> pane("#composition").setExpanded(true));
        OnScreen.run(() -> viewModel.choice().weighting().set("mean"));
        assertThat(viewModel.name().get()).endsWith("_mean_42");
        OnScreen.run(() -> viewModel.choice().matching().set(Matching.FUZZY));
        assertThat(viewModel.name().get()).endsWith("_fuzzy+helper+mean_42");
        assertThat(shownTexts("#composition")).contains("Your own: fuzzy+helper+mean");
        OnScreen.run(() -> ((ScrollPane) node("#choices")).setVvalue(1));
        OnScreen.picture(scene, Path.of("target/pictures/transfer-composition.png"));
        OnScreen.run(() -> ((Hyperlink) node("#back")).fire());
        assertThat(viewModel.name().get()).endsWith("_" + Methods.DEFAULT + "_42");
        assertThat(node("#back").isVisible()).isFalse();
    }

    @Test
    void asksForTheTextsThatASpaceNeeds() throws Exception {
        choose(demo.helper());
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(node("#texts").isVisible()).isFalse();
        OnScreen.run(
                () -> {
                    pair.text().set(null);
                    ((RadioButton) node("#method-wechsel")).fire();
                });
        assertThat(node("#texts").isVisible()).isTrue();
        assertThat(viewModel.problem().get()).contains("a text in the target language");
        assertThat(button("#transfer").isDisabled()).isTrue();
        Path text = folder.resolve("text.txt");
        Path dictionary = folder.resolve("dictionary.tsv");
        OnScreen.run(() -> pair.text().set(text));
        assertThat(viewModel.problem().get()).contains("a text in the source language");
        recorder.files.addAll(List.of(text, dictionary));
        OnScreen.run(() -> button("#sourceButton").fire());
        assertThat(viewModel.problem().get()).contains("needs a dictionary");
        OnScreen.pictures("transfer-texts", () -> new TransferView(viewModel).root());
        OnScreen.run(() -> button("#dictionaryButton").fire());
        assertThat(viewModel.problem().get()).isEmpty();
        assertThat(shownTexts("#texts")).contains("text.txt", "dictionary.tsv");
    }

    @Test
    void measuresMethodsInAWorkerAndSavesTheTable() throws Exception {
        choose(demo.helper());
        OnScreen.run(
                () -> {
                    viewModel.comparisonShown().set(true);
                    viewModel.comparison().compare(List.of("mean", "clp-plus"), 42, 2000);
                });
        assertThat(button("#compare").isDisabled()).isTrue();
        RunningJob<?> job =
                jobs.list().stream()
                        .filter(each -> each.title().startsWith("Comparing"))
                        .findFirst()
                        .orElseThrow();
        job.result().get(5, TimeUnit.MINUTES);
        OnScreen.await(() -> !button("#compare").isDisabled());
        var table = (TableView<?>) node("#compared");
        assertThat(table.getItems())
                .map(row -> ((ComparedMethod) row).method())
                .containsExactly("mean", "clp-plus");
        assertThat(viewModel.comparison().answer())
                .startsWith(viewModel.comparison().best().orElseThrow().method());
        // the helper knows 8,192 tokens: ln 8192 = 13 ln 2 = 9.0109
        assertThat(shownTexts("#comparison")).anyMatch(text -> text.contains("9.011"));
        OnScreen.pictures("transfer-comparison", () -> new TransferView(viewModel).root());
        OnScreen.run(() -> table.getSelectionModel().select(1));
        assertThat(button("#use").getText()).isEqualTo("Use clp-plus");

        Path csv = folder.resolve("methods.csv");
        recorder.files.add(csv);
        OnScreen.run(() -> button("#export").fire());
        OnScreen.await(() -> Files.exists(csv));
        // a header and two rows
        assertThat(csv).content().hasLineCount(3);
        OnScreen.run(() -> button("#use").fire());
        assertThat(viewModel.choice().recipe().get()).isEqualTo(Recipe.of("clp-plus"));
        assertThat(viewModel.comparisonShown().get()).isFalse();
    }

    /// The lines of the plan: "Padding: 0".
    private List<String> plannedFigures() throws Exception {
        return OnScreen.get(
                () ->
                        viewModel.lines().stream()
                                .map(line -> line.name() + ": " + line.value())
                                .toList());
    }

    private TitledPane pane(String selector) {
        return (TitledPane) node(selector);
    }

    private List<String> shownTexts(String selector) throws Exception {
        return OnScreen.get(
                () -> {
                    Node node = node(selector);
                    node.applyCss();
                    return node.lookupAll(".label").stream()
                            .map(label -> String.valueOf(((Labeled) label).getText()))
                            .toList();
                });
    }

    private Button button(String selector) {
        return (Button) node(selector);
    }
}
