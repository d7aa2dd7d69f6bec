package org.clpworkbench.ui.neighbours;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

import org.clpworkbench.transfer.SideBySide.Near;

import java.util.ArrayList;
import java.util.List;

/// The lines between two columns that join what is in both.
final class SpaceLinks extends Pane {
    private record Joined(Near left, Near right, Line line) {}

    private final List<Joined> joined = new ArrayList<>();

    SpaceLinks() {
        getStyleClass().add("space-links");
        setMouseTransparent(true);
    }

    void join(List<Near> left, List<Near> right) {
        joined.clear();
        for (int from = 0; from < left.size(); from++) {
            for (int to = 0; to < right.size(); to++) {
                if (left.get(from).is(right.get(to))) {
                    joined.add(new Joined(left.get(from), right.get(to), line(from, to)));
                }
            }
        }
        getChildren().setAll(joined.stream().map(Joined::line).toList());
    }

    private Line line(int from, int to) {
        var line = new Line(0, middle(from), 0, middle(to));
        line.endXProperty().bind(widthProperty());
        line.getStyleClass().add("space-link");
        return line;
    }

    private static double middle(int row) {
        return (row + 0.5) * SpaceColumn.ROW;
    }

    /// Brings out the lines of a token.
    void point(Near at, boolean now) {
        for (Joined one : joined) {
            if (one.left().is(at) && one.right().is(at)) {
                one.line().pseudoClassStateChanged(SpaceColumn.POINTED, now);
                if (now) {
                    one.line().toFront();
                }
            }
        }
    }

    int count() {
        return joined.size();
    }
}
