package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RecipeChoiceTest {
    private final RecipeChoice choice = new RecipeChoice();

    @Test
    void beginsWithTheDefaultMethodsParts() {
        assertThat(choice.recipe().get()).isEqualTo(Recipe.of(Methods.DEFAULT));
        assertThat(choice.own().get()).isFalse();
    }

    @Test
    void followsTheMethodInOneStep() {
        var seen = new ArrayList<Recipe>();
        choice.recipe().addListener((_, _, now) -> seen.add(now));
        choice.method().set(Methods.entry("wechsel"));
        assertThat(choice.space().get()).isEqualTo(Space.STATIC_BILINGUAL);
        assertThat(seen).containsExactly(Recipe.of("wechsel"));
    }

    @Test
    void composesWhenAPartIsChanged() {
        choice.method().set(Methods.entry("clp"));
        choice.matching().set(Matching.FUZZY);
        choice.weighting().set("sparsemax");
        assertThat(choice.recipe().get())
                .isEqualTo(new Recipe(Matching.FUZZY, Space.HELPER, "sparsemax"));
        assertThat(choice.recipe().get().name()).isEqualTo("fuzzy+helper+sparsemax");
        assertThat(choice.own().get()).isTrue();
    }

    @Test
    void givesTheMethodsPartsBack() {
        choice.method().set(Methods.entry("clp"));
        choice.space().set(Space.STATIC_TARGET);
        choice.back();
        assertThat(choice.recipe().get()).isEqualTo(Recipe.of("clp"));
        assertThat(choice.space().get()).isEqualTo(Space.HELPER);
        assertThat(choice.own().get()).isFalse();
    }

    @Test
    void anotherMethodEndsAComposition() {
        choice.weighting().set("mean");
        choice.method().set(Methods.entry("focus"));
        assertThat(choice.recipe().get()).isEqualTo(Recipe.of("focus"));
        assertThat(List.of(choice.matching().get(), choice.space().get()))
                .containsExactly(Matching.CANONICAL, Space.STATIC_TARGET);
    }
}
