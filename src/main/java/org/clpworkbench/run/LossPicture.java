package org.clpworkbench.run;

import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.training.RunEvent.Evaluated;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import javax.imageio.ImageIO;

/// A chart of validation losses as a PNG, drawn without a display: one line a run with its name at
/// the end, the baseline grey and dashed. A run that starts above all that the baseline shows comes
/// in over the upper edge.
public final class LossPicture {
    /// A run's evaluations under its name.
    public record Curve(String name, List<Evaluated> evaluations, boolean baseline) {}

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 700;
    private static final int LEFT = 90;
    private static final int RIGHT = 170;
    private static final int TOP = 60;
    private static final int BOTTOM = 80;
    private static final int LABEL_HEIGHT = 22;
    private static final int DOT = 4;
    private static final Color INK = new Color(0x24292f);
    private static final Color GRID = new Color(0xd8dee4);
    private static final Color BASELINE = new Color(0x6e7781);

    /// Okabe & Ito's palette, told apart by people who see colours differently; its orange and sky
    /// blue darker, so that they stand out from white.
    private static final List<Color> PALETTE =
            List.of(
                    new Color(0x0072b2),
                    new Color(0xd55e00),
                    new Color(0x009e73),
                    new Color(0xcc79a7),
                    new Color(0xc28600),
                    new Color(0x1d9ae0));

    private static final BasicStroke SOLID = new BasicStroke(2.4f);
    private static final BasicStroke DASHED =
            new BasicStroke(
                    2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {9, 6}, 0);

    private final List<Curve> curves;
    private final long lastToken;
    private final double low;
    private final double high;
    private final double gap;

    private LossPicture(List<Curve> curves) {
        this.curves = curves.stream().filter(curve -> !curve.evaluations().isEmpty()).toList();
        if (this.curves.isEmpty()) {
            throw new IllegalArgumentException("No run has been evaluated yet: nothing to draw.");
        }
        var points = this.curves.stream().flatMap(curve -> curve.evaluations().stream()).toList();
        lastToken = Math.max(1, points.stream().mapToLong(Evaluated::tokens).max().orElse(1));
        double least = points.stream().mapToDouble(Evaluated::loss).min().orElse(0);
        double most = most(this.curves);
        gap = gap((most - least) / 6);
        low = Math.floor(least / gap) * gap;
        high = Math.max(low + gap, Math.ceil(most / gap) * gap);
    }

    /// The highest loss of the baselines, if there are any, and of what every run ends with.
    private static double most(List<Curve> curves) {
        boolean held = curves.stream().anyMatch(Curve::baseline);
        DoubleStream ends = curves.stream().mapToDouble(c -> c.evaluations().getLast().loss());
        DoubleStream whole =
                curves.stream()
                        .filter(curve -> curve.baseline() || !held)
                        .flatMap(curve -> curve.evaluations().stream())
                        .mapToDouble(Evaluated::loss);
        return DoubleStream.concat(ends, whole).max().orElse(1);
    }

    /// Draws the curves into `file`.
    ///
    /// @throws IllegalArgumentException when there is no point to draw
    public static void write(List<Curve> curves, Path file) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        new LossPicture(curves).draw(canvas);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        WholeFiles.write(file, bytes.toByteArray());
    }

    /// 1, 2 or 5 times a power of ten, at least `atLeast`.
    private static double gap(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(atLeast, 1e-6))));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void draw(Graphics2D canvas) {
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        drawGrid(canvas);
        int colour = 0;
        var labels = new ArrayList<Label>();
        for (Curve curve : curves) {
            Color ink = curve.baseline() ? BASELINE : PALETTE.get(colour++ % PALETTE.size());
            drawCurve(canvas, curve, ink);
            Evaluated last = curve.evaluations().getLast();
            String text = String.format(Locale.ROOT, "%s  %.2f", curve.name(), last.loss());
            labels.add(new Label(text, x(last.tokens()), y(last.loss()), ink));
        }
        drawLabels(canvas, labels);
    }

    private record Label(String text, double x, double y, Color ink) {}

    private void drawGrid(Graphics2D canvas) {
        canvas.setStroke(new BasicStroke(1));
        for (int line = 0; low + line * gap <= high + gap / 2; line++) {
            double loss = low + line * gap;
            canvas.setColor(GRID);
            canvas.draw(new Line2D.Double(LEFT, y(loss), WIDTH - RIGHT, y(loss)));
            canvas.setColor(INK);
            String text = String.format(Locale.ROOT, gap < 0.1 ? "%.2f" : "%.1f", loss);
            int width = canvas.getFontMetrics().stringWidth(text);
            canvas.drawString(text, LEFT - 12 - width, (int) y(loss) + 5);
        }
        double step = gap(lastToken / 6.0);
        for (double token = 0; token <= lastToken; token += step) {
            String text = String.format(Locale.ROOT, "%,.0f", token);
            int width = canvas.getFontMetrics().stringWidth(text);
            canvas.drawString(text, (int) x(token) - width / 2, HEIGHT - BOTTOM + 26);
        }
        canvas.drawString("validation loss, nats per token", LEFT - 60, TOP - 26);
        String below = "tokens trained on";
        int width = canvas.getFontMetrics().stringWidth(below);
        canvas.drawString(below, (LEFT + WIDTH - RIGHT - width) / 2, HEIGHT - BOTTOM + 56);
    }

    private void drawCurve(Graphics2D canvas, Curve curve, Color ink) {
        canvas.setColor(ink);
        canvas.setStroke(curve.baseline() ? DASHED : SOLID);
        canvas.setClip(0, TOP - DOT, WIDTH, HEIGHT - TOP - BOTTOM + 2 * DOT);
        var line = new Path2D.Double();
        for (Evaluated point : curve.evaluations()) {
            double x = x(point.tokens());
            double y = y(point.loss());
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
            canvas.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
        }
        canvas.draw(line);
        canvas.setClip(null);
    }

    /// Names at the lines' ends, moved apart where they would lie on each other.
    private static void drawLabels(Graphics2D canvas, List<Label> labels) {
        labels.sort(Comparator.comparingDouble(Label::y));
        double free = 0;
        for (Label label : labels) {
            double y = Math.max(label.y(), free);
            canvas.setColor(label.ink());
            canvas.drawString(label.text(), (int) label.x() + 12, (int) y + 5);
            free = y + LABEL_HEIGHT;
        }
    }

    private double x(double tokens) {
        return LEFT + (WIDTH - LEFT - RIGHT) * tokens / lastToken;
    }

    private double y(double loss) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - loss) / (high - low);
    }
}
