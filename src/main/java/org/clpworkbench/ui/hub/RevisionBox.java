package org.clpworkbench.ui.hub;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.clpworkbench.hub.Revision;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which revision of the model its page is of: chosen among those that there are, or typed.
final class RevisionBox extends HBox {
    private final PageViewModel viewModel;
    private final ComboBox<String> box = new ComboBox<>();

    RevisionBox(PageViewModel viewModel) {
        var texts = Texts.of(HubView.class);
        this.viewModel = viewModel;
        getStyleClass().add("row");
        setAlignment(Pos.BASELINE_LEFT);
        box.setId("pageRevision");
        box.setEditable(true);
        box.getStyleClass().add("small");
        box.setAccessibleText(texts.get("page.revision"));
        Hint.on(box, texts.get("page.revision.hint"));
        var word = new Label(texts.get("page.revision"));
        word.setLabelFor(box);
        getChildren().addAll(word, box);
        viewModel.revision().subscribe(box::setValue);
        box.valueProperty().addListener((_, _, now) -> choose(now));
        viewModel.row().subscribe(this::begin);
        viewModel.looked().subscribe(this::offer);
    }

    /// The box has no value for the moment while its items change.
    private void choose(@Nullable String typed) {
        if (typed != null) {
            viewModel.revision().set(typed.isBlank() ? Revision.MAIN.name() : typed.strip());
        }
    }

    private void begin(@Nullable HubRow row) {
        Visibility.set(this, row instanceof HubRow.One);
        offer(List.of(Revision.MAIN));
    }

    /// What was offered stays while another revision is asked for.
    private void offer(@Nullable LookedAt looked) {
        if (looked != null && looked.page().isPresent()) {
            offer(looked.revisions());
        }
    }

    private void offer(List<Revision> revisions) {
        box.getItems().setAll(revisions.stream().map(Revision::name).toList());
        box.setValue(viewModel.revision().get());
    }
}
