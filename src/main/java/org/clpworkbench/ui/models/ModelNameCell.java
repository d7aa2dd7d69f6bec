package org.clpworkbench.ui.models;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// A model's name, and where it is from.
final class ModelNameCell extends TableCell<ModelEntry, String> {
    private final Texts texts = Texts.of(ModelsView.class);
    private final Label name = new Label();
    private final Label origin = new Label();
    private final VBox both = new VBox(name, origin);

    ModelNameCell() {
        name.getStyleClass().add("model-name");
        origin.getStyleClass().addAll("text-muted", "model-origin");
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        ModelEntry entry = empty ? null : getTableRow().getItem();
        if (entry == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String folder = entry.summary().folder().toString();
        name.setText(entry.summary().name());
        origin.setText(
                entry.embedded()
                        ? texts.get("origin.embedded")
                        : ModelName.repository(entry.summary().folder())
                                .map(id -> texts.get("origin.hub", id))
                                .orElse(folder));
        setTooltip(new Tooltip(folder));
        setGraphic(both);
    }
}
