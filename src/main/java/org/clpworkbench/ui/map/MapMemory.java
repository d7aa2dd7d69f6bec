package org.clpworkbench.ui.map;

import javafx.beans.property.ObjectProperty;

import org.clpworkbench.settings.MapChoices;
import org.clpworkbench.ui.common.Remembered;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// How the map was made and looked at, from one start to the next.
final class MapMemory {
    private final MapForm form;
    private final ObjectProperty<@Nullable MapModel> model;
    private final ObjectProperty<ColourBy> colours;

    /// What is still to be gone on with: the models come later.
    private Optional<MapChoices> left = Optional.empty();

    MapMemory(
            MapForm form,
            ObjectProperty<@Nullable MapModel> model,
            ObjectProperty<ColourBy> colours) {
        this.form = form;
        this.model = model;
        this.colours = colours;
    }

    void goOn(MapChoices choices) {
        left = Optional.of(choices);
        form.goOn(choices);
        Remembered.constant(ColourBy.class, choices.colours()).ifPresent(colours::set);
    }

    /// The model that was looked at, if it is among those found; once only, for another may be
    /// chosen then.
    Optional<MapModel> take(List<MapModel> found) {
        Optional<MapModel> before =
                left.flatMap(
                        choices ->
                                found.stream()
                                        .filter(one -> folder(one).equals(choices.model()))
                                        .findFirst());
        left = Optional.empty();
        return before;
    }

    /// @param open whether the map is what the screen shows
    MapChoices choices(boolean open) {
        MapModel now = model.get();
        String folder = now == null ? left.map(MapChoices::model).orElse("") : folder(now);
        return form.choices(open, folder, colours.get().name());
    }

    private static String folder(MapModel of) {
        return of.folder().toString();
    }
}
