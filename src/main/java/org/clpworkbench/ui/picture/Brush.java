package org.clpworkbench.ui.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/// What lines are painted with: on the screen or into a file.
public interface Brush {
    void fill(Shape shape, Color colour);

    void draw(Shape shape, Color colour, BasicStroke stroke);

    static Brush of(Graphics2D g2) {
        return new Brush() {
            @Override
            public void fill(Shape shape, Color colour) {
                g2.setPaint(colour);
                g2.fill(shape);
            }

            @Override
            public void draw(Shape shape, Color colour, BasicStroke stroke) {
                g2.setPaint(colour);
                g2.setStroke(stroke);
                g2.draw(shape);
            }
        };
    }
}
