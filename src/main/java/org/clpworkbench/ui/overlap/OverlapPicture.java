package org.clpworkbench.ui.overlap;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.Overlap;
import org.jspecify.annotations.Nullable;

/// The two vocabularies as circles, true to area: what they share lies in the lens. Where several
/// of the helper's tokens are one of the source's, the lens is as large as their number in the
/// helper, and says both.
final class OverlapPicture extends Pane {
    /// How much of a circle's colour fills it.
    static final double DISC = 0.13;

    /// How much of the anchors' colour lies over both circles where they meet.
    static final double LENS = 0.25;

    private static final double MARGIN = 8;
    private static final String FAMILY = "Noto Sans";

    private final Texts texts = Texts.of(OverlapView.class);
    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette(this::paint);
    private @Nullable Overlap overlap;

    OverlapPicture() {
        getChildren().addAll(canvas, palette);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        widthProperty().subscribe(this::paint);
        heightProperty().subscribe(this::paint);
        setMinSize(120, 130);
        setPrefHeight(190);
    }

    void show(@Nullable Overlap shown) {
        overlap = shown;
        if (shown != null) {
            setAccessibleText(
                    texts.get(
                            "picture",
                            Numbers.whole(shown.source().size()),
                            Numbers.whole(shown.target().size()),
                            Numbers.whole(shown.sharedOfSource()),
                            Numbers.whole(shown.sharedOfTarget())));
        }
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (overlap == null || canvas.getWidth() < 50) {
            return;
        }
        var circles =
                TwoCircles.of(
                        overlap.source().size(), overlap.target().size(), overlap.sharedOfTarget());
        double scale =
                Math.min(
                        (canvas.getWidth() - 2 * MARGIN) / circles.width(),
                        (canvas.getHeight() - 2 * MARGIN) / circles.height());
        double a = circles.left() * scale;
        double b = circles.right() * scale;
        double d = circles.distance() * scale;
        double left = (canvas.getWidth() - circles.width() * scale) / 2 + a;
        double right = left + d;
        double middle = canvas.getHeight() / 2;
        disc(g, left, middle, a, palette.color(Ink.SOURCE_ONLY), false);
        disc(g, right, middle, b, palette.color(Ink.MISSING), true);
        lens(g, left, right, middle, a, b);
        counts(g, left, right, middle, a, b);
    }

    private static void disc(
            GraphicsContext g, double x, double y, double r, Color color, boolean dashed) {
        g.setFill(color.deriveColor(0, 1, 1, DISC));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setStroke(color);
        g.setLineWidth(1.5);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(dashed ? new double[] {5, 3} : new double[] {});
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        g.setLineDashes();
    }

    private void lens(GraphicsContext g, double x1, double x2, double y, double a, double b) {
        g.save();
        g.beginPath();
        g.arc(x1, y, a, a, 0, 360);
        g.clip();
        g.beginPath();
        g.setFill(palette.color(Ink.ANCHOR).deriveColor(0, 1, 1, LENS));
        g.fillOval(x2 - b, y - b, 2 * b, 2 * b);
        g.restore();
    }

    private void counts(GraphicsContext g, double x1, double x2, double y, double a, double b) {
        if (overlap == null) {
            return;
        }
        double lensLeft = x2 - b;
        double lensRight = x1 + a;
        int ofSource = overlap.sharedOfSource();
        int ofHelper = overlap.sharedOfTarget();
        String both =
                ofSource == ofHelper
                        ? Numbers.whole(ofHelper)
                        : texts.get(
                                "picture.both", Numbers.whole(ofSource), Numbers.whole(ofHelper));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Font.font(FAMILY, FontWeight.BOLD, Math.clamp(canvas.getHeight() / 12, 11, 19)));
        count(
                g,
                x1 - a,
                lensLeft,
                y,
                Numbers.whole(overlap.source().size() - ofSource),
                Ink.SOURCE_ONLY);
        // on its own colour the anchors' would be too faint
        count(g, lensLeft, lensRight, y, both, Ink.TEXT);
        count(g, lensRight, x2 + b, y, Numbers.whole(overlap.missing().size()), Ink.MISSING);
    }

    /// Where there is room; the legend has every count.
    private void count(
            GraphicsContext g, double left, double right, double y, String count, Ink ink) {
        var words = new Text(count);
        words.setFont(g.getFont());
        if (words.getLayoutBounds().getWidth() + 2 < right - left) {
            g.setFill(palette.color(ink));
            g.fillText(words.getText(), (left + right) / 2, y);
        }
    }
}
