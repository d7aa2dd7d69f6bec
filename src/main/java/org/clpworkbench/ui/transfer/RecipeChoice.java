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
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A named method, and what it is composed of: changing a part makes a composition of one's own,
/// until a method is chosen again.
final class RecipeChoice {
    private static final String METHOD = "method";
    private static final String MATCHING = "matching";
    private static final String SPACE = "space";
    private static final String WEIGHTING = "weighting";

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
        take(method.get().recipe());
    }

    private void take(Recipe whole) {
        following = true;
        matching.set(whole.matching());
        space.set(whole.space());
        weighting.set(whole.weighting());
        following = false;
        recipe.set(whole);
    }

    private void compose() {
        if (!following) {
            recipe.set(new Recipe(matching.get(), space.get(), weighting.get()));
        }
    }

    /// The method and its parts, by their names.
    Map<String, String> entries() {
        Recipe whole = recipe.get();
        return Map.of(
                METHOD, method.get().name(),
                MATCHING, whole.matching().word(),
                SPACE, whole.space().word(),
                WEIGHTING, whole.weighting());
    }

    /// Those of a method as it is named.
    static Map<String, String> entries(String named) {
        return Map.of(METHOD, named);
    }

    /// Chooses what {@link #entries} gave: the first method where that is not known, and the
    /// method's own part where a part is not.
    void enter(Map<String, String> entries) {
        method.set(
                one(Methods.all(), Methods.Entry::name, entries.get(METHOD))
                        .orElse(Methods.all().getFirst()));
        Recipe own = method.get().recipe();
        take(
                new Recipe(
                        one(List.of(Matching.values()), Matching::word, entries.get(MATCHING))
                                .orElse(own.matching()),
                        one(List.of(Space.values()), Space::word, entries.get(SPACE))
                                .orElse(own.space()),
                        one(Methods.weightings(), Function.identity(), entries.get(WEIGHTING))
                                .orElse(own.weighting())));
    }

    private static <T> Optional<T> one(
            List<T> all, Function<T, String> word, @Nullable String wanted) {
        return all.stream().filter(each -> word.apply(each).equals(wanted)).findFirst();
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
