package org.clpworkbench.ui.models;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.common.Texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A button for each segment of the screen, of which one is pressed. Arrow keys go from one to the
/// next.
final class SegmentRow extends HBox {
    private final Texts texts = Texts.of(ModelsView.class);
    private final Map<String, Parent> made = new HashMap<>();
    private final StackPane place;
    private final StringProperty shown;

    /// @param place what lies in it is hidden while another segment is shown
    /// @param shown the name of the segment that is shown
    SegmentRow(List<Segment> segments, StackPane place, StringProperty shown) {
        this.place = place;
        this.shown = shown;
        var group = new ToggleGroup();
        for (int at = 0; at < segments.size(); at++) {
            ToggleButton button = button(segments.get(at));
            button.getStyleClass().add(pill(at, segments.size()));
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        if (group.getSelectedToggle() == null) {
            // what was shown before is no segment any more
            shown.set(segments.getFirst().name());
        }
        setVisible(segments.size() > 1);
        setManaged(isVisible());
    }

    private ToggleButton button(Segment segment) {
        var button = new ToggleButton();
        button.setId("segment-" + segment.name());
        button.setMinWidth(USE_PREF_SIZE);
        segment.busy().subscribe(busy -> button.setText(title(segment.name(), busy.intValue())));
        // a second press on the chosen one would leave none chosen
        button.setOnAction(_ -> button.setSelected(true));
        button.selectedProperty().subscribe(now -> choose(segment, now));
        shown.subscribe(
                now -> {
                    if (segment.name().equals(now)) {
                        button.setSelected(true);
                    }
                });
        return button;
    }

    private String title(String name, int busy) {
        return busy == 0
                ? texts.get("segment." + name)
                : texts.get("segment." + name + ".busy", busy);
    }

    private void choose(Segment segment, boolean chosen) {
        if (chosen) {
            shown.set(segment.name());
            show(made.computeIfAbsent(segment.name(), _ -> segment.root().get()));
        }
    }

    /// What is not shown leaves the window, so that it stops watching.
    private void show(Node content) {
        place.getChildren().setAll(content);
    }

    private static String pill(int at, int of) {
        if (at == 0) {
            return "left-pill";
        }
        return at == of - 1 ? "right-pill" : "center-pill";
    }
}
