package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.vocab.Matching;

/// Says that a recipe takes other tokens for the same than the Overlap screen counts, and offers to
/// take the rule chosen there. Gone where both go by one rule, or no token is matched at all.
final class RuleNote extends VBox {
    private final Texts texts = Texts.of(TransferView.class);

    /// @param overlap the rule of the Overlap screen
    /// @param planned whether it is still to be carried out
    RuleNote(
            RecipeChoice choice,
            ObservableValue<Matching> overlap,
            ObservableBooleanValue planned) {
        getStyleClass().add("report-section");
        var sentence = new Label();
        sentence.setId("ruleSentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("text-muted");
        sentence.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(choice.recipe().get(), overlap.getValue()),
                                choice.recipe(),
                                overlap));
        var take = new Button();
        take.setId("takeRule");
        take.getStyleClass().add("small");
        take.setMinWidth(USE_PREF_SIZE);
        take.textProperty().bind(overlap.map(rule -> texts.get("rule.take", rule.word())));
        take.setOnAction(_ -> choice.matching().set(overlap.getValue()));
        getChildren().addAll(sentence, take);
        BooleanBinding differs =
                Bindings.createBooleanBinding(
                        () ->
                                planned.get()
                                        && !choice.recipe().get().drawsAll()
                                        && choice.recipe().get().matching() != overlap.getValue(),
                        choice.recipe(),
                        overlap,
                        planned);
        Visibility.bind(this, differs);
    }

    private String words(Recipe recipe, Matching overlap) {
        return texts.get("rule.other", recipe.name(), recipe.matching().word(), overlap.word());
    }
}
