package org.clpworkbench.ui.hub;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.hub.CatalogueEntry;
import org.clpworkbench.hub.CataloguePair;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.stream.Collectors;

/// A model or a pair: its name, what it serves as, what it is.
final class HubRowCell extends ListCell<HubRow> {
    private final Texts texts = Texts.of(HubView.class);
    private final HubViewModel viewModel;
    private final Label name = new Label();
    private final Label mark = new Label();
    private final Label facts = new Label();
    private final VBox all;

    HubRowCell(HubViewModel viewModel) {
        this.viewModel = viewModel;
        name.getStyleClass().add("model-name");
        name.setMinWidth(0);
        mark.getStyleClass().addAll("text-muted", "hub-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        facts.getStyleClass().addAll("text-muted", "hub-facts");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        all = new VBox(new HBox(name, mark), facts);
        setPrefWidth(0); // as wide as the list, which has no bar to go aside
    }

    @Override
    protected void updateItem(@Nullable HubRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        switch (row) {
            case HubRow.Paired paired -> show(paired.pair());
            case HubRow.Recommended recommended -> show(recommended.entry());
            case HubRow.Found found -> show(found.model());
            case HubRow.Named named -> show(named.id().name(), "", "");
        }
        setGraphic(all);
    }

    private void show(CataloguePair pair) {
        String title =
                texts.get("pair.row", last(pair.source().name()), last(pair.helper().name()));
        String what = texts.get("pair.mark");
        show(
                title,
                what,
                pair.note().isEmpty() ? ModelWords.language(pair.language()) : pair.note());
    }

    private static String last(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private void show(CatalogueEntry entry) {
        String roles =
                entry.roles().stream()
                        .sorted()
                        .map(role -> texts.get("mark." + role.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
        String what = viewModel.facts(entry);
        show(entry.id().name(), roles, what);
    }

    private void show(HubRepository model) {
        String access =
                model.restricted()
                        ? texts.get("mark.private")
                        : model.gated()
                                ? texts.get("mark.gated")
                                : texts.get("mark.fetched", Numbers.count(model.downloads()));
        show(model.id().name(), access, viewModel.facts(model));
    }

    private void show(String title, String marked, String what) {
        name.setText(title);
        mark.setText(marked);
        facts.setText(what);
        setTooltip(new Tooltip(title + "\n" + what));
        setAccessibleText(title + ", " + marked + ", " + what);
    }
}
