package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints on a canvas.
record CanvasPen(GraphicsContext canvas) implements GraphPen {
    @Override
    public void line(Point2D from, Point2D to, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setLineWidth(width);
        canvas.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
    }

    @Override
    public void disc(Point2D middle, double radius, Color colour) {
        canvas.setFill(colour);
        canvas.fillOval(middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void ring(Point2D middle, double radius, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setLineWidth(width);
        canvas.strokeOval(middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void polygon(double[] x, double[] y, Color colour) {
        canvas.setFill(colour);
        canvas.fillPolygon(x, y, x.length);
    }

    @Override
    public void box(Rectangle2D box, double corner, Color colour) {
        canvas.setFill(colour);
        canvas.fillRoundRect(
                box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), corner, corner);
    }

    @Override
    public void frame(Rectangle2D box, double corner, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setLineWidth(width);
        canvas.strokeRoundRect(
                box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), corner, corner);
    }

    @Override
    public void words(String words, Point2D left, Font font, Color colour) {
        canvas.setFill(colour);
        canvas.setFont(font);
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(words, left.getX(), left.getY());
    }
}
