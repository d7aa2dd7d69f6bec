package org.clpworkbench.ui.neighbours;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.SideBySide.Near;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The neighbours of one space, the nearest above, each a button that goes there. One that only the
/// source has leads nowhere, but is read out as all are.
final class SpaceColumn extends VBox {
    static final double ROW = 30;
    static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Texts texts = Texts.of(SpacesView.class);

    SpaceColumn() {
        getStyleClass().add("space-column");
        setMinWidth(0);
    }

    /// @param shared whether a neighbour also stands in the column beside
    /// @param reference what a neighbour is called
    /// @param go goes to a neighbour that the helper has too
    /// @param pointed told when a row is pointed at, and null when none is
    void show(
            List<Near> nearest,
            Predicate<Near> shared,
            Function<Near, TokenReference> reference,
            Consumer<Near> go,
            BiConsumer<Near, Boolean> pointed) {
        getChildren().clear();
        int rank = 1;
        for (Near near : nearest) {
            getChildren()
                    .add(row(rank++, near, shared.test(near), reference.apply(near), go, pointed));
        }
    }

    private Node row(
            int rank,
            Near near,
            boolean shared,
            TokenReference token,
            Consumer<Near> go,
            BiConsumer<Near, Boolean> pointed) {
        String cosine = Numbers.decimal(near.cosine(), 3);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var figure = new Label(cosine);
        figure.getStyleClass().add("share-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        var mark = new Label(shared ? "=" : " ");
        mark.getStyleClass().addAll("mono", "shared-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        var chip = new TokenChip(token.display(), token.raw(), token.kind());
        var content = new HBox(chip, space, mark, figure);
        content.getStyleClass().add("space-row-content");
        content.setMouseTransparent(true);
        var row = new Button();
        row.getStyleClass().addAll("flat", "space-row");
        row.setGraphic(content);
        row.setMinWidth(0);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinHeight(ROW);
        row.setPrefHeight(ROW);
        row.setMaxHeight(ROW);
        content.prefWidthProperty().bind(row.widthProperty().subtract(14));
        row.setTooltip(chip.getTooltip());
        boolean nowhere = near.targetIds().isEmpty();
        row.setAccessibleText(
                texts.get(
                        nowhere ? "row.source" : shared ? "row.shared" : "row.alone",
                        Numbers.whole(rank),
                        token.inSentence(),
                        cosine));
        if (!nowhere) {
            row.setOnAction(_ -> go.accept(near));
        }
        row.hoverProperty().subscribe(now -> pointed.accept(near, now));
        row.focusedProperty().subscribe(now -> pointed.accept(near, now));
        return row;
    }
}
