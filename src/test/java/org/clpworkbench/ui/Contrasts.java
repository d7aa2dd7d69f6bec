package org.clpworkbench.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds texts that stand out too little from what lies behind them, by the contrast ratio of WCAG
/// 2.2 (1 to 21): those of labels and buttons, those that flow, what is typed and what a field asks
/// for. Texts of what is disabled are left out, as there.
public final class Contrasts {
    private Contrasts() {}

    public static List<String> below(double least, Scene scene) {
        var faint = new ArrayList<String>();
        for (Node node : Nodes.visible(scene.getRoot())) {
            if (node instanceof Text text
                    && !(text instanceof FontIcon)
                    && !text.isDisabled()
                    && text.getText() != null
                    && !text.getText().isBlank()
                    && text.getFill() instanceof Color colour) {
                Color behind = behind(text, scene);
                double ratio = ratio(over(faded(colour, text), behind), behind);
                if (ratio < least) {
                    faint.add(
                            String.format(
                                    Locale.ROOT,
                                    "%.2f \"%s\": %s",
                                    ratio,
                                    text.getText(),
                                    Nodes.path(text)));
                }
            }
        }
        return faint;
    }

    private static Color faded(Color colour, Node node) {
        double opacity = 1;
        for (Node up = node; up != null; up = up.getParent()) {
            opacity *= up.getOpacity();
        }
        return colour.deriveColor(0, 1, 1, opacity);
    }

    /// What is painted behind a node, by it and what it lies in.
    private static Color behind(Node node, Scene scene) {
        var layers = new ArrayList<Color>();
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof Region region) {
                fill(region).ifPresent(layers::add);
                if (!layers.isEmpty() && layers.getLast().isOpaque()) {
                    break;
                }
            }
        }
        Color colour = scene.getFill() instanceof Color paper ? paper : Color.WHITE;
        for (Color layer : layers.reversed()) {
            colour = over(layer, colour);
        }
        return colour;
    }

    /// The topmost fill; earlier ones are its border or shadow.
    private static Optional<Color> fill(Region region) {
        Background background = region.getBackground();
        List<BackgroundFill> fills = background == null ? List.of() : background.getFills();
        return fills.isEmpty() || !(fills.getLast().getFill() instanceof Color colour)
                ? Optional.empty()
                : Optional.of(colour);
    }

    /// What is seen where a colour that is not opaque lies over another.
    public static Color over(Color top, Color bottom) {
        double share = top.getOpacity();
        return new Color(
                share * top.getRed() + (1 - share) * bottom.getRed(),
                share * top.getGreen() + (1 - share) * bottom.getGreen(),
                share * top.getBlue() + (1 - share) * bottom.getBlue(),
                1);
    }

    /// From 1 to 21, of colours that nothing shines through.
    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
