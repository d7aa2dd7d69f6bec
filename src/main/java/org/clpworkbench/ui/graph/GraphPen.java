package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// What a graph is painted with: on the screen or into a file.
interface GraphPen {
    void line(Point2D from, Point2D to, Color colour, double width);

    void disc(Point2D middle, double radius, Color colour);

    void ring(Point2D middle, double radius, Color colour, double width);

    void polygon(double[] x, double[] y, Color colour);

    void box(Rectangle2D box, double corner, Color colour);

    void frame(Rectangle2D box, double corner, Color colour, double width);

    /// @param left where the words begin, their middle on its height
    void words(String words, Point2D left, Font font, Color colour);
}
