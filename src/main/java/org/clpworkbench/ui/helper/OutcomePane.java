package org.clpworkbench.ui.helper;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.helper.HelperModel;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.jspecify.annotations.Nullable;

/// The model that was made: its figures, where it lies, what to do with it, its tokenizer at work.
final class OutcomePane extends VBox {
    private final Texts texts = Texts.of(HelperView.class);
    private final Outcome outcome;
    private final Label title = new Label();
    private final FlowPane figures = new FlowPane();
    private final Label fewer = sentence("text-muted");
    private final Label folder = sentence("mono");

    OutcomePane(HelperViewModel viewModel) {
        this.outcome = viewModel.outcome();
        getStyleClass().add("helper-outcome");
        title.getStyleClass().add("section");
        figures.getStyleClass().add("helper-figures");
        folder.setId("folder");
        var inUse = outcome.inUse();
        Button use = button("use", outcome::useAsHelper);
        use.getStyleClass().add("accent");
        Visibility.bind(use, Bindings.not(inUse));
        Button next = button("next", outcome::next);
        next.getStyleClass().add("accent");
        Visibility.bind(next, inUse);
        var isHelper = sentence("text-muted");
        isHelper.setId("isHelper");
        isHelper.setText(texts.get("made.isHelper"));
        Visibility.bind(isHelper, inUse);
        var buttons =
                new FlowPane(
                        use,
                        next,
                        button("run", outcome::showRun),
                        button("folder", outcome::reveal),
                        button("another", viewModel::another));
        buttons.getStyleClass().add("helper-buttons");
        var problem = new ProblemBar();
        problem.setSentenceId("outcomeProblem");
        problem.tell(outcome.problem());
        var panel = new VBox(title, figures, fewer, folder, isHelper, buttons, problem);
        panel.getStyleClass().add("panel");
        getChildren().addAll(panel, new TokenizerPane(outcome));
        outcome.model().subscribe(this::show);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get("made." + key));
        button.setId("made-" + key);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label sentence(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable HelperModel model) {
        if (model == null) {
            return;
        }
        title.setText(texts.get("made.title", String.valueOf(model.folder().getFileName())));
        figures.getChildren()
                .setAll(
                        figure(Numbers.significant(model.bitsPerByte()), "made.bits"),
                        figure(Numbers.significant(model.validationLoss()), "made.loss"),
                        figure(Numbers.whole(model.step()), "made.step"),
                        figure(Numbers.whole(model.tokens()), "made.tokens"),
                        figure(Numbers.whole(model.merges()), "made.merges"),
                        figure(Numbers.whole(model.parameters()), "made.parameters"));
        boolean all = model.tokens() >= model.asked();
        fewer.setText(
                all
                        ? ""
                        : texts.get(
                                "made.fewer",
                                Numbers.whole(model.tokens()),
                                Numbers.whole(model.asked())));
        fewer.setVisible(!all);
        fewer.setManaged(!all);
        folder.setText(model.folder().toString());
    }

    private VBox figure(String number, String key) {
        var value = new Label(number);
        value.getStyleClass().add("figure");
        var word = new Label(texts.get(key));
        word.getStyleClass().add("text-muted");
        return new VBox(value, word);
    }
}
