package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.clpworkbench.job.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.w3c.dom.Document;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

class ChartFilesTest {
    @TempDir private Path folder;
    private final FxRobot robot = new FxRobot();
    private final Jobs jobs = new Jobs();
    private final Recorder dialogs = new Recorder();
    private final LossChartModel model = new LossChartModel();
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        var files = new ChartFiles(dialogs, jobs);
        scene = OnScreen.get(() -> OnScreen.show(new LossChart(model, files), 900, 560));
        OnScreen.run(
                () -> {
                    model.show(
                            List.of(
                                    new ChartRun("a", "random", 0),
                                    new ChartRun("b", "linear", 1)));
                    model.baseline().set("a");
                    model.offer("a", LossChartInputTest.run(9, 6.5));
                    model.offer("b", LossChartInputTest.run(8, 5.5));
                });
        OnScreen.await(() -> labels(".end-label").contains("linear"));
        robot.targetWindow(scene.getWindow());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        jobs.close();
    }

    @Test
    void aTableStandsInThePicturesPlaceAndIsCopied() throws Exception {
        robot.clickOn("#toggle-table");
        assertThat(node(".chart-stage").isVisible()).isFalse();
        TableView<?> table = (TableView<?>) node("#evaluations");
        assertThat(table.isVisible()).isTrue();
        // steps 0, 25, … 200
        assertThat(table.getItems()).hasSize(9);
        assertThat(table.getColumns())
                .extracting(column -> column.getText())
                .containsExactly(
                        "step",
                        "tokens",
                        "random",
                        "linear",
                        "linear − random",
                        "linear: tokens saved");
        assertThat(labels("#evaluations .better")).contains("−1.000", "−90\u202f%");
        OnScreen.picture(scene, Path.of("target/pictures/chart-table.png"));
        robot.clickOn("#table-copy");
        assertThat(OnScreen.get(() -> Clipboard.getSystemClipboard().getString()).lines().toList())
                .hasSize(10)
                .contains("0\t0\t9.000000\t8.000000\t-1.000000\t");
        robot.clickOn("#toggle-table");
        assertThat(node(".chart-stage").isVisible()).isTrue();
    }

    @Test
    void aRunThatIsWorseThanTheBaselineIsMarkedSo() throws Exception {
        robot.interact(() -> model.baseline().set("b"));
        robot.clickOn("#toggle-table");
        OnScreen.await(() -> labels("#evaluations .worse").contains("+1.000"));
    }

    @Test
    void chosenRowsAreCopiedByKeyboard() throws Exception {
        robot.clickOn("#toggle-table");
        robot.interact(
                () -> {
                    TableView<?> table = (TableView<?>) node("#evaluations");
                    table.requestFocus();
                    table.getSelectionModel().select(0);
                });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(OnScreen.get(() -> Clipboard.getSystemClipboard().getString()).lines().toList())
                .hasSize(2);
    }

    @Test
    void theFiguresOfTheSmallChartsHaveTablesTooWhichAreCopiedAndWritten() throws Exception {
        robot.clickOn("#toggle-table");
        assertThat(node("#table-rows").getParent().isVisible()).isFalse();
        choose("#table-figure", Figure.RATE.ordinal());
        assertThat(node("#table-rows").getParent().isVisible()).isTrue();
        TableView<?> table = (TableView<?>) node("#steps-table");
        assertThat(table.getAccessibleText()).endsWith("learning rate");
        assertThat(table.getColumns())
                .extracting(column -> column.getText())
                .containsExactly("step", "tokens", "random", "linear");
        // evaluated at 0, which no step has, then at 25, 50, … 200
        assertThat(table.getItems()).hasSize(8);
        choose("#table-rows", StepSpacing.TENTHS.ordinal());
        assertThat(table.getItems()).hasSize(10);
        // 0.001 · (1 − 20/250) after the warm-up of 20 steps
        OnScreen.await(() -> labels("#steps-table .number-cell").contains("0.000920"));
        OnScreen.picture(scene, Path.of("target/pictures/chart-table-steps.png"));
        robot.clickOn("#table-copy");
        assertThat(OnScreen.get(() -> Clipboard.getSystemClipboard().getString()).lines().toList())
                .hasSize(11)
                .startsWith("step\ttokens\trandom\tlinear")
                .endsWith("200\t409600\t0.000200000\t0.000200000");
        Path file = folder.resolve("rate.csv");
        dialogs.files.add(file);
        robot.clickOn("#table-csv");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains("rate.csv"));
        assertThat(Files.readAllLines(file)).hasSize(11);
        choose("#table-figure", Figure.VALIDATION.ordinal());
        assertThat(node("#evaluations").isVisible()).isTrue();
    }

    @Test
    void whatIsSelectedStaysSoWhileTheRunGoesOn() throws Exception {
        robot.clickOn("#toggle-table");
        choose("#table-figure", Figure.SPEED.ordinal());
        choose("#table-rows", StepSpacing.TENTHS.ordinal());
        TableView<?> table = (TableView<?>) node("#steps-table");
        robot.interact(() -> table.getSelectionModel().select(1));
        robot.interact(() -> model.offer("a", List.of(LossChartTest.step(201, 6.5))));
        OnScreen.await(() -> table.getItems().size() == 11);
        assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(1);
    }

    private void choose(String box, int place) {
        robot.interact(() -> ((ComboBox<?>) node(box)).getSelectionModel().select(place));
    }

    @Test
    void theTableIsWrittenAsCsv() throws Exception {
        Path file = folder.resolve("losses.csv");
        dialogs.files.add(file);
        robot.clickOn("#toggle-table");
        robot.clickOn("#table-csv");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains("losses.csv"));
        assertThat(Files.readAllLines(file))
                .hasSize(10)
                .startsWith("step,tokens,random,linear,linear - random,linear: tokens saved");
    }

    @Test
    void thePictureIsWrittenAsPngAtTwiceItsSize() throws Exception {
        Path file = folder.resolve("losses.png");
        dialogs.files.add(file);
        robot.clickOn("#save-picture");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains("losses.png"));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1800);
    }

    @Test
    void thePictureIsWrittenAsSvgWithTheRunsNamesAndColours() throws Exception {
        robot.clickOn("#toggle-details");
        Path file = svg();
        Files.copy(
                file,
                Path.of("target/pictures/chart.svg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Document svg =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        var texts = svg.getElementsByTagName("text");
        var words = new java.util.ArrayList<String>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent());
        }
        assertThat(words)
                .contains(
                        "random",
                        "linear",
                        "steps",
                        "loss (nats per token)",
                        "gradient norm",
                        "200");
        // the colour of the second run in the light stylesheet
        assertThat(Files.readString(file)).contains("stroke=\"#d55e00\"");
    }

    @Test
    void theBaselineIsDashedInTheSvgAndSoIsTheSwatchAtItsNameWithoutAnAverage() throws Exception {
        robot.interact(() -> model.window().set(0));
        List<String> lines = Files.readAllLines(svg());
        assertThat(lines).filteredOn(line -> line.contains("dasharray=\"7.0 5.0\"")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("dasharray=\"5.0 4.0\"")).hasSize(1);
    }

    @Test
    void aNameThatSaysAnotherKindIsRefusedAndOneWithoutAnEndingGetsIt() throws Exception {
        dialogs.files.add(folder.resolve("losses.jpg"));
        robot.clickOn("#save-picture");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains(".png, .svg"));
        assertThat(folder.resolve("losses.jpg")).doesNotExist();
        dialogs.files.add(folder.resolve("mine"));
        robot.clickOn("#save-picture");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains("mine.png"));
        assertThat(ImageIO.read(folder.resolve("mine.png").toFile())).isNotNull();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws Exception {
        Path file = folder.resolve("nowhere").resolve("losses.png");
        Files.writeString(folder.resolve("nowhere"), "a file, not a folder");
        dialogs.files.add(file);
        robot.clickOn("#save-picture");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains("nowhere"));
    }

    private Path svg() throws Exception {
        Path file = folder.resolve("losses.svg");
        dialogs.files.add(file);
        robot.clickOn("#save-picture");
        OnScreen.await(() -> labels(".chart-note").getFirst().contains("losses.svg"));
        return file;
    }

    private Node node(String selector) {
        return Objects.requireNonNull(scene.getRoot().lookup(selector), selector);
    }

    private List<String> labels(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
