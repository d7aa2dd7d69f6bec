package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

import org.clpworkbench.ui.SystemFonts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.shell.WorkbenchFonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The fonts that come with the program have no letters of these scripts: they are the system's.
/// What is painted of each letter, on a token's chip and as a label in the graph, is not what is
/// painted of characters that no font has.
class PaintedScriptsTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    /// Assigned to nothing: in a simple script, beside letters of others (Hebrew, Syriac, Bengali,
    /// Thai, Ethiopic, Khmer, Tibetan, Hiragana), and beyond the first 65,536.
    private static final List<String> UNASSIGNED =
            List.of(
                    "\u0378",
                    "\u05cf",
                    "\u074b",
                    "\u0984",
                    "\u0e3b",
                    "\u1249",
                    "\u17de",
                    "\u0f48",
                    "\u3040",
                    "\ud900\udc00");

    private static final String UNASSIGNED_TOO = "\u0379";

    @BeforeAll
    static void loadTheFonts() throws Exception {
        OnScreen.run(WorkbenchFonts::load);
    }

    /// What a letter is painted with.
    private enum Place {
        CHIP,
        LABEL;

        int[] painted(String letter) throws Exception {
            return OnScreen.get(
                    () ->
                            pixels(
                                    switch (this) {
                                        case CHIP -> new TokenChip(letter, "raw");
                                        case LABEL -> label(letter);
                                    }));
        }
    }

    private static Node label(String letter) {
        var canvas = new Canvas(WIDTH, HEIGHT);
        new CanvasPen(canvas.getGraphicsContext2D())
                .words(letter, new Point2D(8, HEIGHT / 2.0), GraphPainter.LABEL, Color.BLACK);
        return canvas;
    }

    private static int[] pixels(Node node) {
        Scene scene = OnScreen.scene(new StackPane(node), WIDTH, HEIGHT, false);
        WritableImage image = scene.snapshot(new WritableImage(WIDTH, HEIGHT));
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        WIDTH,
                        HEIGHT,
                        PixelFormat.getIntArgbInstance(),
                        IntBuffer.wrap(pixels),
                        WIDTH);
        return pixels;
    }

    private static List<int[]> missing(Place place) throws Exception {
        var missing = new ArrayList<int[]>(List.of(place.painted("")));
        for (String letter : UNASSIGNED) {
            missing.add(place.painted(letter));
        }
        return missing;
    }

    private static boolean isAmong(List<int[]> pictures, int[] one) {
        return pictures.stream().anyMatch(other -> Arrays.equals(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "Arabic, سلام",
        "Hebrew, שלום",
        "Devanagari, नमस्ते",
        "Chinese, 中文",
        "Japanese, かな",
        "Korean, 한국",
        "Thai, ไทย",
        "Ethiopic, ሰላም",
        "Khmer, ខ្មែរ",
        "Tibetan, བོད",
        "emoji, 😀😃"
    })
    void everyLetterIsPainted(String script, String word) throws Exception {
        List<String> letters =
                word.codePoints()
                        .filter(PaintedScriptsTest::standsAlone)
                        .mapToObj(Character::toString)
                        .toList();
        SystemFonts.assumeDrawn(script, letters.toArray(String[]::new));
        var boxes = new ArrayList<String>();
        for (Place place : Place.values()) {
            List<int[]> missing = missing(place);
            for (String letter : letters) {
                if (isAmong(missing, place.painted(letter))) {
                    boxes.add(letter + " as a " + place);
                }
            }
        }
        assertThat(boxes).isEmpty();
    }

    /// Marks above and below letters are painted with these.
    private static boolean standsAlone(int letter) {
        int type = Character.getType(letter);
        return type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK;
    }

    /// Or nothing that is asserted above could fail.
    @Test
    void charactersThatNoFontHasLookAlike() throws Exception {
        for (Place place : Place.values()) {
            assertThat(isAmong(missing(place), place.painted(UNASSIGNED_TOO))).isTrue();
        }
    }
}
