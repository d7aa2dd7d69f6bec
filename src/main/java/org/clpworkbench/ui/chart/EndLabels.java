package org.clpworkbench.ui.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.common.Texts;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The runs' names at the ends of their lines, moved apart where they would touch.
final class EndLabels extends Pane {
    /// Room for a name, in sizes of the text.
    private static final double LETTERS = 12;

    private record Placed(Label label, double wanted, boolean baseline) {}

    private record Key(ChartRun run, boolean baseline, boolean group) {}

    /// Of a name and the gap below it, in sizes of the text; a font's line is about 1.4 of them.
    private static final double LINE = 1.8;

    private final Texts texts = Texts.of(LossChart.class);
    private final Map<Key, Label> made = new HashMap<>();
    private final Label more = new Label();

    EndLabels() {
        setPickOnBounds(false);
        getStyleClass().add("end-labels");
        more.setMouseTransparent(true);
        more.getStyleClass().add("end-label-more");
    }

    /// The names that stand there, for a picture in a file.
    List<SvgPicture.Name> names(ChartInk ink) {
        var names = new ArrayList<SvgPicture.Name>();
        made.forEach(
                (key, label) -> {
                    if (getChildren().contains(label)) {
                        int colour = key.run().colour();
                        names.add(
                                new SvgPicture.Name(
                                        key.run().label(),
                                        new Point2D.Double(
                                                label.getLayoutX(),
                                                label.getLayoutY() + label.getHeight() / 2),
                                        ink.run(colour, key.baseline(), 1),
                                        colour,
                                        key.baseline()));
                    }
                });
        return names;
    }

    /// How much room the names take at the right of the plot.
    static int width(ChartInk ink) {
        return (int) Math.round(LETTERS * ink.font().getSize());
    }

    private static double height(ChartInk ink) {
        return LINE * ink.font().getSize();
    }

    /// @param yOfLoss where a loss lies on the screen
    void show(
            LossChartModel model,
            Rectangle2D area,
            ChartInk ink,
            ToDoubleFunction<Double> yOfLoss) {
        double height = height(ink);
        var placed = new ArrayList<Placed>();
        for (Curve curve : model.curves()) {
            Series line = curve.leading();
            int last = line.at(Double.MAX_VALUE, Horizontal.STEPS);
            if (last >= 0) {
                double y = yOfLoss.applyAsDouble(line.value(last));
                boolean baseline = model.isBaseline(curve);
                Label label = labelOf(curve, model);
                label.setPrefWidth(width(ink) - 12);
                placed.add(new Placed(label, clamp(y, area), baseline));
            }
        }
        int left = leaveOut(placed, (int) Math.max(1, area.getHeight() / height));
        placed.sort(Comparator.comparingDouble(Placed::wanted));
        List<Label> shown = new ArrayList<>(placed.stream().map(Placed::label).toList());
        if (left > 0) {
            more.setText(texts.get("labels.more", left));
            more.relocate(area.getMaxX() + 8, area.getMinY());
            shown.add(more);
        }
        show(shown);
        // no name stands where it says how many are left out
        double top = left > 0 ? area.getMinY() + height : area.getMinY() - height;
        place(placed, area, top, height);
    }

    /// What stays is not taken away for a moment: it would lose the focus.
    private void show(List<Label> shown) {
        getChildren().retainAll(shown);
        for (Label label : shown) {
            if (!getChildren().contains(label)) {
                getChildren().add(label);
            }
        }
    }

    /// Where there is no room for every name those of the lowest losses and the baseline's stay.
    ///
    /// @return how many were left out
    private static int leaveOut(List<Placed> placed, int room) {
        if (placed.size() <= room) {
            return 0;
        }
        placed.sort(
                Comparator.comparing(Placed::baseline)
                        .thenComparingDouble(Placed::wanted)
                        .reversed());
        List<Placed> gone = placed.subList(Math.max(1, room - 1), placed.size());
        int left = gone.size();
        gone.clear();
        return left;
    }

    private static double clamp(double y, Rectangle2D area) {
        return Math.clamp(y, area.getMinY(), area.getMaxY());
    }

    private Label labelOf(Curve curve, LossChartModel model) {
        var key = new Key(curve.run(), model.isBaseline(curve), curve.runs() > 1);
        Label label = made.computeIfAbsent(key, named -> make(named, model));
        if (label instanceof GroupLabel group) {
            group.show(model.isOpen(curve));
        }
        return label;
    }

    private static Label make(Key key, LossChartModel model) {
        ChartRun run = key.run();
        Label label;
        if (key.group()) {
            label = new GroupLabel(run, key.baseline(), () -> model.toggle(run.group()));
        } else {
            label = new Label(run.label(), new RunSwatch(run.colour(), key.baseline()));
            label.setTooltip(new Tooltip(run.label()));
        }
        label.getStyleClass().add("end-label");
        return label;
    }

    /// @param top above which no name stands
    private static void place(List<Placed> placed, Rectangle2D area, double top, double height) {
        double next = top;
        double room = area.getMaxY() - height * placed.size();
        for (int i = 0; i < placed.size(); i++) {
            double y = Math.max(placed.get(i).wanted() - height / 2, next);
            y = Math.min(y, room + i * height);
            placed.get(i).label().relocate(area.getMaxX() + 8, y);
            next = y + height;
        }
    }
}
