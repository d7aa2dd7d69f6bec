package org.clpworkbench.ui.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The runs' names at the ends of their lines, moved apart where they would touch.
final class EndLabels extends Pane {
    static final int WIDTH = 128;

    private record Placed(Label label, double wanted) {}

    private record Key(ChartRun run, boolean baseline) {}

    private final Map<Key, Label> made = new HashMap<>();

    EndLabels() {
        setMouseTransparent(true);
        getStyleClass().add("end-labels");
    }

    /// @param yOfLoss where a loss lies on the screen
    void show(LossChartModel model, Rectangle2D area, ToDoubleFunction<Double> yOfLoss) {
        var placed = new ArrayList<Placed>();
        for (Curve curve : model.curves()) {
            Series line = curve.leading();
            int last = line.at(Double.MAX_VALUE, Horizontal.STEPS);
            if (last >= 0) {
                double y = yOfLoss.applyAsDouble(line.value(last));
                placed.add(new Placed(labelOf(curve, model), clamp(y, area)));
            }
        }
        placed.sort(Comparator.comparingDouble(Placed::wanted));
        List<Label> shown = placed.stream().map(Placed::label).toList();
        if (!shown.equals(getChildren())) {
            getChildren().setAll(shown);
        }
        place(placed, area);
    }

    private static double clamp(double y, Rectangle2D area) {
        return Math.clamp(y, area.getMinY(), area.getMaxY());
    }

    private Label labelOf(Curve curve, LossChartModel model) {
        return made.computeIfAbsent(new Key(curve.run(), model.isBaseline(curve)), EndLabels::make);
    }

    private static Label make(Key key) {
        var label = new Label(key.run().label(), new RunSwatch(key.run().colour(), key.baseline()));
        label.getStyleClass().add("end-label");
        label.setPrefWidth(WIDTH - 12);
        return label;
    }

    private static void place(List<Placed> placed, Rectangle2D area) {
        double height = 20;
        double next = area.getMinY() - height;
        double room = area.getMaxY() - height * placed.size();
        for (int i = 0; i < placed.size(); i++) {
            double y = Math.max(placed.get(i).wanted() - height / 2, next);
            y = Math.min(y, room + i * height);
            placed.get(i).label().relocate(area.getMaxX() + 8, y);
            next = y + height;
        }
    }
}
