package org.clpworkbench.ui.hub;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.clpworkbench.hub.Revision;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which revision of a model or a data set is meant: chosen among those that there are, or typed.
final class RevisionBox extends HBox {
    private final StringProperty revision;
    private final ComboBox<String> box = new ComboBox<>();

    /// @param id of the field
    RevisionBox(String id, StringProperty revision) {
        var texts = Texts.of(HubView.class);
        this.revision = revision;
        getStyleClass().add("row");
        setAlignment(Pos.BASELINE_LEFT);
        box.setId(id);
        box.setEditable(true);
        box.getStyleClass().add("small");
        box.setAccessibleText(texts.get("page.revision"));
        Hint.on(box, texts.get("page.revision.hint"));
        var word = new Label(texts.get("page.revision"));
        word.setLabelFor(box);
        getChildren().addAll(word, box);
        revision.subscribe(box::setValue);
        box.valueProperty().addListener((_, _, now) -> choose(now));
        offer(List.of(Revision.MAIN));
    }

    /// The box has no value for the moment while its items change.
    private void choose(@Nullable String typed) {
        if (typed != null) {
            revision.set(typed.isBlank() ? Revision.MAIN.name() : typed.strip());
        }
    }

    /// Those to choose among; which one is meant stays.
    void offer(List<Revision> revisions) {
        box.getItems().setAll(revisions.stream().map(Revision::name).toList());
        box.setValue(revision.get());
    }
}
