package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// What a graph is painted with: on the screen or into a file.
interface GraphPen {
    /// Many lines at once, which is much faster than one after the other.
    ///
    /// @param ends x and y of where each begins, x and y of where it ends
    void lines(double[] ends, Color colour, double width);

    void line(Point2D from, Point2D to, Color colour, double width);

    void disc(Point2D middle, double radius, Color colour);

    void ring(Point2D middle, double radius, Color colour, double width);

    /// Many discs at once.
    ///
    /// @param middles x and y of each
    void discs(double[] middles, double radius, Color colour);

    /// Many polygons at once.
    ///
    /// @param middles x and y of each
    /// @param corners x and y of each corner, from the middle
    void polygons(double[] middles, double[] corners, Color colour);

    void box(Rectangle2D box, double corner, Color colour);

    void frame(Rectangle2D box, double corner, Color colour, double width);

    /// @param left where the words begin, their middle on its height
    void words(String words, Point2D left, Font font, Color colour);
}
