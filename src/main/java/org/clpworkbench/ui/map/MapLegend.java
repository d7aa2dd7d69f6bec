package org.clpworkbench.ui.map;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// The groups in words, with their shapes and how many tokens they have; each can be hidden.
final class MapLegend extends VBox {
    /// Is told that a group is shown or hidden.
    @FunctionalInterface
    interface Toggled {
        void show(int group, boolean visible);
    }

    private final Texts texts;
    private final Toggled toggled;

    MapLegend(Texts texts, Toggled toggled) {
        this.texts = texts;
        this.toggled = toggled;
        getStyleClass().add("map-legend");
    }

    void show(@Nullable MapPicture picture) {
        getChildren().clear();
        List<MapGroup> groups = picture == null ? List.of() : picture.grouping().groups();
        for (int at = 0; at < groups.size(); at++) {
            if (groups.get(at).count() > 0) {
                getChildren().add(row(at, groups.get(at)));
            }
        }
    }

    private HBox row(int at, MapGroup group) {
        var shape = new Label(group.shape().symbol());
        String ink = group.ink().name().toLowerCase(Locale.ROOT).replace('_', '-');
        shape.getStyleClass().addAll("map-shape", "map-" + ink);
        var box = new CheckBox(group.word());
        box.setSelected(true);
        box.setGraphic(shape);
        box.setAccessibleText(
                texts.get("legend.group", group.word(), Numbers.whole(group.count())));
        box.setMinWidth(0);
        box.selectedProperty().subscribe(visible -> toggled.show(at, visible));
        var count = new Label(Numbers.whole(group.count()));
        count.getStyleClass().add("text-muted");
        count.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(box, gap, count);
    }
}
