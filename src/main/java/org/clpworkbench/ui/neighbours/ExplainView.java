package org.clpworkbench.ui.neighbours;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.MethodWords;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;

import java.util.function.IntFunction;

/// What a missing token will be made of under one method, which can be chosen.
final class ExplainView {
    private final Explanation explanation;
    private final IntFunction<TokenReference> tokens;
    private final boolean wide;
    private final Runnable chooseModels;
    private final Parent root;

    @FXML private ComboBox<String> method;
    @FXML private Label what;
    @FXML private Label rule;
    @FXML private ProblemBar problem;
    @FXML private VBox working;
    @FXML private VBox sum;

    /// @param wide whether there is room to say what the method does
    /// @param chooseModels leads to others where these cannot be explained
    ExplainView(
            Explanation explanation,
            IntFunction<TokenReference> tokens,
            boolean wide,
            Runnable chooseModels) {
        this.wide = wide;
        this.chooseModels = chooseModels;
        this.explanation = explanation;
        this.tokens = tokens;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        TokenSpace.methods().forEach(entry -> method.getItems().add(entry.name()));
        method.setConverter(new WordConverter<>(name -> name));
        method.valueProperty().bindBidirectional(explanation.method());
        method.valueProperty().subscribe(this::explain);
        what.setVisible(wide);
        what.setManaged(wide);
        rule.textProperty().bind(explanation.rule());
        Visibility.bind(rule, explanation.rule().isNotEmpty());
        working.getChildren().add(new WorkingBar(explanation.mixing(), explanation::explain));
        problem.tell(explanation.problem());
        problem.offer(Texts.of(NeighboursView.class).get("models"), chooseModels);
        var mixture = new MixturePanel(tokens);
        sum.getChildren().add(mixture);
        explanation.mixture().subscribe(mixture::show);
    }

    private void explain(String name) {
        Methods.all().stream()
                .filter(entry -> entry.name().equals(name))
                .forEach(
                        entry -> {
                            what.setText(MethodWords.explanation(name, entry.explanation()));
                            Hint.on(method, what.getText());
                        });
    }
}
