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
    public void lines(double[] ends, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setLineWidth(width);
        canvas.beginPath();
        for (int at = 0; at < ends.length; at += 4) {
            canvas.moveTo(ends[at], ends[at + 1]);
            canvas.lineTo(ends[at + 2], ends[at + 3]);
        }
        canvas.stroke();
    }

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
    public void discs(double[] middles, double radius, Color colour) {
        canvas.setFill(colour);
        canvas.beginPath();
        for (int at = 0; at < middles.length; at += 2) {
            canvas.moveTo(middles[at] + radius, middles[at + 1]);
            canvas.arc(middles[at], middles[at + 1], radius, radius, 0, 360);
        }
        canvas.fill();
    }

    @Override
    public void polygons(double[] middles, double[] corners, Color colour) {
        canvas.setFill(colour);
        canvas.beginPath();
        for (int at = 0; at < middles.length; at += 2) {
            canvas.moveTo(middles[at] + corners[0], middles[at + 1] + corners[1]);
            for (int corner = 2; corner < corners.length; corner += 2) {
                canvas.lineTo(middles[at] + corners[corner], middles[at + 1] + corners[corner + 1]);
            }
            canvas.closePath();
        }
        canvas.fill();
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
