package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.vocab.Matching;

/// A named method, and what it is composed of: changing a part makes a composition of one's own,
/// until a method is chosen again.
final class RecipeChoice {
    private final ObjectProperty<Methods.Entry> method =
            new SimpleObjectProperty<>(Methods.all().getFirst());
    private final ObjectProperty<Matching> matching = new SimpleObjectProperty<>();
    private final ObjectProperty<Space> space = new SimpleObjectProperty<>();
    private final ObjectProperty<String> weighting = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Recipe> recipe =
            new ReadOnlyObjectWrapper<>(method.get().recipe());
    private final BooleanBinding own =
            Bindings.createBooleanBinding(
                    () -> !recipe.get().equals(method.get().recipe()), recipe, method);
    private boolean following;

    RecipeChoice() {
        follow();
        method.addListener((_, _, _) -> follow());
        matching.addListener((_, _, _) -> compose());
        space.addListener((_, _, _) -> compose());
        weighting.addListener((_, _, _) -> compose());
    }

    private void follow() {
        following = true;
        Recipe named = method.get().recipe();
        matching.set(named.matching());
        space.set(named.space());
        weighting.set(named.weighting());
        following = false;
        recipe.set(named);
    }

    private void compose() {
        if (!following) {
            recipe.set(new Recipe(matching.get(), space.get(), weighting.get()));
        }
    }

    /// Gives the chosen method's own parts back.
    void back() {
        follow();
    }

    ObjectProperty<Methods.Entry> method() {
        return method;
    }

    ObjectProperty<Matching> matching() {
        return matching;
    }

    ObjectProperty<Space> space() {
        return space;
    }

    ObjectProperty<String> weighting() {
        return weighting;
    }

    ReadOnlyObjectProperty<Recipe> recipe() {
        return recipe.getReadOnlyProperty();
    }

    /// Whether the recipe is not the chosen method's.
    BooleanBinding own() {
        return own;
    }
}
