package org.clpworkbench.ui.tour;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The card below the screens on which the tour tells what happens and why.
public final class TourView {
    private final Texts texts = Texts.of(TourView.class);
    private final TourViewModel viewModel;
    private final Parent root;

    @FXML private Label title;
    @FXML private Label words;
    @FXML private Label formula;
    @FXML private Button back;
    @FXML private Button next;

    public TourView(TourViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        root.visibleProperty().bind(viewModel.step().isNotNull());
        root.managedProperty().bind(root.visibleProperty());
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        title.textProperty().bind(viewModel.title());
        words.textProperty().bind(viewModel.words());
        formula.textProperty().bind(viewModel.formula());
        formula.managedProperty().bind(formula.textProperty().isNotEmpty());
        viewModel.step().subscribe(this::show);
    }

    private void show(@Nullable TourStep step) {
        back.setDisable(step == TourStep.MODELS);
        next.setText(texts.get(viewModel.last() ? "done" : "next"));
        if (step != null) {
            next.requestFocus();
        }
    }

    @FXML
    void goOn() {
        viewModel.next();
    }

    @FXML
    void goBack() {
        viewModel.back();
    }

    @FXML
    void end() {
        viewModel.end();
    }
}
