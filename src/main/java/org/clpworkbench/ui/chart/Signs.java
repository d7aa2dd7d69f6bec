package org.clpworkbench.ui.chart;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/// Points of a line that wear its run's marker, which tells it from others without its colour. Each
/// run's lie elsewhere: of lines that cover each other, as learning rates do, all are seen.
///
/// @param x along the axis, in its order
record Signs(List<Double> x, List<Double> values) {
    /// How many there are over the whole axis.
    private static final int MOST = 6;

    /// @param turn which of the runs it is, from 0
    static Signs of(Series line, Extent extent, int turn, int runs) {
        var x = new ArrayList<Double>();
        var values = new ArrayList<Double>();
        double begin = extent.scale().place(extent.from());
        double length = extent.scale().place(extent.to()) - begin;
        int last = -1;
        for (int sign = 0; sign < MOST; sign++) {
            double share = (sign + (turn + 0.5) / runs) / MOST;
            double place = extent.scale().value(begin + share * length);
            int at = line.at(place, extent.horizontal());
            if (at > last) {
                x.add(line.x(at, extent.horizontal()));
                values.add(line.value(at));
                last = at;
            }
        }
        return new Signs(x, values);
    }

    PaintedLines.Layer layer(Shape shape, Color colour, Color rim) {
        return (brush, stroked) -> {
            for (int i = 0; i < x.size(); i++) {
                double right = stroked.x(x.get(i));
                double down = stroked.y(values.get(i));
                if (stroked.holds(right, down)) {
                    RunPainting.mark(brush, RunPainting.at(shape, right, down), colour, rim);
                }
            }
        };
    }
}
