package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.w3c.dom.NodeList;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/// The runs' curves as a picture in a file, without the chart being open.
class RunPictureTest extends OpenedRuns {
    private final FxRobot robot = new FxRobot();

    @Override
    void makeFirstRuns() throws IOException {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.train(random, 200, 9.05, 6.4);
        MadeUpRuns.ended(random, 200, "done", "");
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(linear, 150, 7.73, 5.6);
    }

    @BeforeEach
    void awaitThem() throws Exception {
        OnScreen.await(() -> table().getItems().size() == 2);
    }

    @Test
    void allRunsAreDrawnWithTheirNamesTheBaselineDashed() throws Exception {
        Path file = save("curves.svg");
        assertThat(label("#message")).startsWith("2 runs are written to");
        assertThat(words(file))
                .contains("random", "linear", "steps", "loss (nats per token)", "200");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).filteredOn(line -> line.contains("dasharray=\"7.0 5.0\"")).hasSize(1);
    }

    @Test
    void ofSelectedRunsThereAreThoseAlone() throws Exception {
        selectLinear();
        Path file = save("curves.svg");
        assertThat(label("#message")).startsWith("One run is written to");
        assertThat(words(file)).contains("linear").doesNotContain("random");
    }

    @Test
    void aPngIsTwiceAsLargeAndHasTheRunsColour() throws Exception {
        selectLinear();
        BufferedImage image = ImageIO.read(save("curves.png").toFile());
        assertThat(image.getWidth()).isEqualTo(2000);
        assertThat(image.getHeight()).isEqualTo(1280);
        int blue = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                var colour = new Color(image.getRGB(x, y));
                // nearer to #0072b2, the first run's colour, than to white
                blue += colour.getBlue() - colour.getRed() > 127 ? 1 : 0;
            }
        }
        // a line over three quarters of the width
        assertThat(blue).isGreaterThan(1000);
    }

    private void selectLinear() throws Exception {
        OnScreen.run(
                () ->
                        table().getItems().stream()
                                .filter(run -> run.id().endsWith("_linear"))
                                .forEach(table().getSelectionModel()::select));
        OnScreen.await(() -> viewModel.selected().size() == 1);
    }

    private Path save(String name) throws Exception {
        Path file = folder.resolve(name);
        recorder.files.add(file);
        robot.clickOn(node("#export")).clickOn("Picture of the curves (PNG, SVG)");
        OnScreen.await(() -> label("#message").contains(file.toString()));
        return file;
    }

    private static List<String> words(Path svg) throws Exception {
        NodeList texts =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.toFile())
                        .getElementsByTagName("text");
        var words = new ArrayList<String>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent());
        }
        return words;
    }
}
