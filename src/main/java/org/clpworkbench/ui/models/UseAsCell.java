package org.clpworkbench.ui.models;

import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Two buttons in a model's row: use it as the source, use it as the helper.
final class UseAsCell extends TableCell<ModelEntry, ModelEntry> {
    private final Texts texts = Texts.of(ModelsView.class);
    private final ModelsViewModel viewModel;
    private final ToggleButton source = new ToggleButton(texts.get("use.source"));
    private final ToggleButton helper = new ToggleButton(texts.get("use.helper"));
    private final HBox both = new HBox(source, helper);

    UseAsCell(ModelsViewModel viewModel) {
        this.viewModel = viewModel;
        source.getStyleClass().addAll("left-pill", "small");
        helper.getStyleClass().addAll("right-pill", "small");
        source.setOnAction(pressed -> press(true));
        helper.setOnAction(pressed -> press(false));
        viewModel.pair().source().subscribe(any -> mark());
        viewModel.pair().helper().subscribe(any -> mark());
    }

    @Override
    protected void updateItem(@Nullable ModelEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : both);
        mark();
    }

    private void press(boolean asSource) {
        ModelEntry entry = getItem();
        if (entry != null && asSource) {
            viewModel.useAsSource(entry);
        } else if (entry != null) {
            viewModel.useAsHelper(entry);
        }
        mark();
    }

    private void mark() {
        ModelEntry entry = getItem();
        if (entry != null) {
            source.setSelected(is(entry, viewModel.pair().source().get()));
            helper.setSelected(is(entry, viewModel.pair().helper().get()));
            source.setAccessibleText(texts.get("use.source.named", entry.summary().name()));
            helper.setAccessibleText(texts.get("use.helper.named", entry.summary().name()));
        }
    }

    private static boolean is(ModelEntry entry, @Nullable ModelSummary chosen) {
        return chosen != null && chosen.folder().equals(entry.summary().folder());
    }
}
