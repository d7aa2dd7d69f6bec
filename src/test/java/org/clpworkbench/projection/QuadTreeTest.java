package org.clpworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class QuadTreeTest {
    private final double[] push = new double[2];

    private static QuadTree tree(Plane plane) {
        var tree = new QuadTree(plane.points());
        tree.build(plane);
        return tree;
    }

    @Test
    void countsEveryPointWhereNoneIsFarEnoughToBeSummedUp() {
        // from (0, 0): q of (1, 0) is 1/2, of (0, 2) 1/5, of (0, 0) itself 1
        QuadTree tree = tree(new Plane(new double[] {0, 1, 0}, new double[] {0, 0, 2}));
        assertThat(tree.push(0, 0, push)).isCloseTo(1 + 0.5 + 0.2, within(1e-12));
        assertThat(push[0]).isCloseTo(-0.25, within(1e-12));
        assertThat(push[1]).isCloseTo(-2 * 0.04, within(1e-12));
    }

    @Test
    void takesFarPointsForOneAndErrsByLittle() {
        var random = new SplittableRandom(5);
        int points = 5000;
        var plane = new Plane(new double[points], new double[points]);
        for (int point = 0; point < points; point++) {
            // two heaps and some between
            plane.x()[point] = random.nextGaussian() * 5 + point % 3 * 40;
            plane.y()[point] = random.nextGaussian() * 5;
        }
        QuadTree tree = tree(plane);
        for (int point = 0; point < points; point += 97) {
            double[] exact = new double[4];
            for (int other = 0; other < points; other++) {
                double dx = plane.x()[point] - plane.x()[other];
                double dy = plane.y()[point] - plane.y()[other];
                double near = 1 / (1 + dx * dx + dy * dy);
                exact[0] += near;
                exact[1] += near * near * dx;
                exact[2] += near * near * dy;
                exact[3] += near * near * Math.hypot(dx, dy);
            }
            double sum = tree.push(plane.x()[point], plane.y()[point], push);
            assertThat(sum).isCloseTo(exact[0], within(0.02 * exact[0]));
            double error = Math.hypot(push[0] - exact[1], push[1] - exact[2]);
            assertThat(error).isLessThan(0.05 * exact[3]);
        }
    }

    @Test
    void holdsPointsOnOneSpot() {
        var plane = new Plane(new double[100], new double[100]);
        plane.x()[99] = 1;
        QuadTree tree = tree(plane);
        assertThat(tree.push(0, 0, push)).isCloseTo(99.5, within(1e-9));
        assertThat(tree(new Plane(new double[50], new double[50])).push(0, 0, push)).isEqualTo(50);
    }

    @Test
    void ordersEveryPointOnce() {
        var random = new SplittableRandom(6);
        var plane = new Plane(new double[300], new double[300]);
        for (int point = 0; point < 300; point++) {
            plane.x()[point] = random.nextGaussian();
            plane.y()[point] = random.nextGaussian();
        }
        QuadTree tree = tree(plane);
        boolean[] seen = new boolean[300];
        for (int place = 0; place < 300; place++) {
            seen[tree.point(place)] = true;
        }
        assertThat(seen).containsOnly(true);
    }
}
