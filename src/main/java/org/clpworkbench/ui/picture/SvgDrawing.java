package org.clpworkbench.ui.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.Locale;

/// The text of an SVG picture, element by element.
public final class SvgDrawing implements Brush {
    private final StringBuilder text = new StringBuilder();
    private final String font;
    private int clips;

    /// @param font of all words, a CSS list of families
    public SvgDrawing(double width, double height, String title, String font) {
        this.font = font;
        text.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
                                + " viewBox=\"0 0 %.0f %.0f\">%n<title>%s</title>%n",
                        width,
                        height,
                        width,
                        height,
                        escaped(title)));
    }

    /// What is drawn until `uncut` is cut at a shape.
    public void cut(Shape shape) {
        String name = "cut" + ++clips;
        text.append(
                String.format(
                        "<clipPath id=\"%s\"><path d=\"%s\"/></clipPath>%n"
                                + "<g clip-path=\"url(#%s)\">%n",
                        name, path(shape), name));
    }

    public void uncut() {
        text.append("</g>\n");
    }

    @Override
    public void fill(Shape shape, Color colour) {
        text.append(
                String.format(
                        "<path d=\"%s\" fill=\"%s\"%s/>%n",
                        path(shape), hex(colour), opacity("fill", colour)));
    }

    @Override
    public void draw(Shape shape, Color colour, BasicStroke stroke) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "<path d=\"%s\" fill=\"none\" stroke=\"%s\"%s stroke-width=\"%.2f\""
                                + " stroke-linejoin=\"round\"%s/>%n",
                        path(shape),
                        hex(colour),
                        opacity("stroke", colour),
                        stroke.getLineWidth(),
                        dashes(stroke)));
    }

    /// @param anchor which part of the words lies at the place: start, middle or end
    /// @param turned degrees about the place
    public void write(
            String words, Point2D place, String anchor, double turned, int size, Color colour) {
        String turn =
                turned == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " transform=\"rotate(%.0f %.2f %.2f)\"",
                                turned,
                                place.getX(),
                                place.getY());
        text.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\"%s"
                                + " dy=\"0.35em\" font-family=\"%s\""
                                + " font-size=\"%d\" fill=\"%s\">%s</text>%n",
                        place.getX(),
                        place.getY(),
                        anchor,
                        turn,
                        font,
                        size,
                        hex(colour),
                        escaped(words)));
    }

    public String finished() {
        return text + "</svg>\n";
    }

    private static String path(Shape shape) {
        var path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> step(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> step(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> step(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> step(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void step(StringBuilder path, char letter, double[] at, int count) {
        path.append(letter);
        for (int i = 0; i < count; i++) {
            double rounded = Math.round(at[i] * 100) / 100.0;
            path.append(i == 0 ? "" : " ");
            path.append(rounded == Math.rint(rounded) ? "" + (long) rounded : "" + rounded);
        }
    }

    private static String hex(Color colour) {
        return String.format("#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private static String opacity(String what, Color colour) {
        return colour.getAlpha() == 255
                ? ""
                : String.format(
                        Locale.ROOT, " %s-opacity=\"%.3f\"", what, colour.getAlpha() / 255.0);
    }

    private static String dashes(BasicStroke stroke) {
        float[] dashes = stroke.getDashArray();
        if (dashes == null) {
            return "";
        }
        var lengths = new StringBuilder();
        for (float dash : dashes) {
            lengths.append(lengths.isEmpty() ? "" : " ").append(dash);
        }
        return " stroke-dasharray=\"" + lengths + "\"";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
