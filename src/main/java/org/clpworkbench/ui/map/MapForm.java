package org.clpworkbench.ui.map;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.projection.RowSpace;
import org.clpworkbench.settings.MapChoices;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.Remembered;

/// How a map is to be made, as a person sets it.
final class MapForm {
    static final int MOST_SEED = 9999;

    private final ObjectProperty<ProjectionMethod> method =
            new SimpleObjectProperty<>(ProjectionMethod.UMAP);
    private final ObjectProperty<RowSpace> space = new SimpleObjectProperty<>(RowSpace.DIRECTIONS);
    private final IntegerProperty neighbours = new SimpleIntegerProperty(15);
    private final IntegerProperty perplexity = new SimpleIntegerProperty(30);
    private final IntegerProperty seed = new SimpleIntegerProperty(1);
    private final FormHistory history = new FormHistory();

    MapForm() {
        history.watch(method, space, neighbours, perplexity, seed);
    }

    ProjectionSpec spec() {
        boolean byPerplexity = method.get() == ProjectionMethod.T_SNE;
        return new ProjectionSpec(
                method.get(),
                space.get(),
                byPerplexity ? perplexity.get() : neighbours.get(),
                seed.get());
    }

    /// Goes on with what was set before, as far as it can still be set.
    void goOn(MapChoices left) {
        history.silently(
                () -> {
                    Remembered.constant(ProjectionMethod.class, left.method())
                            .ifPresent(method::set);
                    Remembered.constant(RowSpace.class, left.space()).ifPresent(space::set);
                    neighbours.set(asked(left.neighbours()));
                    perplexity.set(asked(left.perplexity()));
                    seed.set(Math.clamp(left.seed(), 0, MOST_SEED));
                });
    }

    private static int asked(int number) {
        return Math.clamp(number, ProjectionSpec.FEWEST_NEIGHBOURS, ProjectionSpec.MOST_NEIGHBOURS);
    }

    MapChoices choices(boolean open, String model, String colours) {
        return new MapChoices(
                open,
                model,
                method.get().name(),
                space.get().name(),
                neighbours.get(),
                perplexity.get(),
                seed.get(),
                colours);
    }

    ObjectProperty<ProjectionMethod> method() {
        return method;
    }

    ObjectProperty<RowSpace> space() {
        return space;
    }

    /// Of UMAP.
    IntegerProperty neighbours() {
        return neighbours;
    }

    /// Of t-SNE.
    IntegerProperty perplexity() {
        return perplexity;
    }

    IntegerProperty seed() {
        return seed;
    }

    FormHistory history() {
        return history;
    }
}
