package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines collected by colour and width, to be drawn together.
final class LineBundles {
    private record Ink(Color colour, double width) {}

    private record Line(Point2D from, Point2D to) {}

    private final Map<Ink, List<Line>> bundles = new LinkedHashMap<>();

    /// @param width is rounded to halves
    void add(Point2D from, Point2D to, Color colour, double width) {
        var ink = new Ink(colour, Math.max(0.5, Math.round(2 * width) / 2.0));
        bundles.computeIfAbsent(ink, _ -> new ArrayList<>()).add(new Line(from, to));
    }

    /// How many lines there are.
    int size() {
        return bundles.values().stream().mapToInt(List::size).sum();
    }

    void draw(GraphPen pen) {
        bundles.forEach((ink, lines) -> pen.lines(ends(lines), ink.colour(), ink.width()));
    }

    private static double[] ends(List<Line> lines) {
        double[] ends = new double[4 * lines.size()];
        int at = 0;
        for (Line line : lines) {
            ends[at++] = line.from().getX();
            ends[at++] = line.from().getY();
            ends[at++] = line.to().getX();
            ends[at++] = line.to().getY();
        }
        return ends;
    }
}
