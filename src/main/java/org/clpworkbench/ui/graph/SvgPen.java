package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.clpworkbench.ui.picture.SvgDrawing;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// Paints into an SVG picture.
record SvgPen(SvgDrawing drawing) implements GraphPen {
    @Override
    public void lines(double[] ends, Color colour, double width) {
        var path = new Path2D.Double();
        for (int at = 0; at < ends.length; at += 4) {
            path.moveTo(ends[at], ends[at + 1]);
            path.lineTo(ends[at + 2], ends[at + 3]);
        }
        draw(path, colour, width);
    }

    @Override
    public void line(Point2D from, Point2D to, Color colour, double width) {
        draw(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()), colour, width);
    }

    @Override
    public void disc(Point2D middle, double radius, Color colour) {
        drawing.fill(circle(middle, radius), awt(colour));
    }

    @Override
    public void ring(Point2D middle, double radius, Color colour, double width) {
        draw(circle(middle, radius), colour, width);
    }

    @Override
    public void discs(double[] middles, double radius, Color colour) {
        for (int at = 0; at < middles.length; at += 2) {
            disc(new Point2D(middles[at], middles[at + 1]), radius, colour);
        }
    }

    @Override
    public void polygons(double[] middles, double[] corners, Color colour) {
        for (int at = 0; at < middles.length; at += 2) {
            var path = new Path2D.Double();
            path.moveTo(middles[at] + corners[0], middles[at + 1] + corners[1]);
            for (int corner = 2; corner < corners.length; corner += 2) {
                path.lineTo(middles[at] + corners[corner], middles[at + 1] + corners[corner + 1]);
            }
            path.closePath();
            drawing.fill(path, awt(colour));
        }
    }

    @Override
    public void box(Rectangle2D box, double corner, Color colour) {
        drawing.fill(rounded(box, corner), awt(colour));
    }

    @Override
    public void frame(Rectangle2D box, double corner, Color colour, double width) {
        draw(rounded(box, corner), colour, width);
    }

    @Override
    public void words(String words, Point2D left, Font font, Color colour) {
        var place = new java.awt.geom.Point2D.Double(left.getX(), left.getY());
        int size = (int) Math.round(font.getSize());
        drawing.write(words, place, "start", 0, size, awt(colour));
    }

    private void draw(Shape shape, Color colour, double width) {
        var stroke = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        drawing.draw(shape, awt(colour), stroke);
    }

    private static Shape circle(Point2D middle, double radius) {
        return new Ellipse2D.Double(
                middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    private static Shape rounded(Rectangle2D box, double corner) {
        return new RoundRectangle2D.Double(
                box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), corner, corner);
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color(
                (float) colour.getRed(),
                (float) colour.getGreen(),
                (float) colour.getBlue(),
                (float) colour.getOpacity());
    }
}
