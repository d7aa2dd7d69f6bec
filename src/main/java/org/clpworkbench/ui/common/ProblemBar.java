package org.clpworkbench.ui.common;

import javafx.beans.value.ObservableBooleanValue;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// A problem where it arose: what happened, to what, what to do; a button for the step that helps,
/// where there is one, and the details for who helps from afar. Gone while there is no problem.
public final class ProblemBar extends HBox {
    private final Texts texts = Texts.of(ProblemBar.class);
    private final Label sentence = new Label();
    private final Button again = small(texts.get("again"));
    private final Button room = small(texts.get("room"));
    private final Button log = small(texts.get("log"));
    private final Button copy = small(texts.get("copy"));
    private final Pane steps;

    public ProblemBar() {
        steps = this;
        decorate();
        setAlignment(Pos.CENTER_LEFT);
    }

    private ProblemBar(FlowPane below) {
        steps = below;
        decorate();
        setAlignment(Pos.TOP_LEFT);
        below.getStyleClass().add("problem-steps");
        var words = new VBox(sentence, below);
        words.getStyleClass().add("problem-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
    }

    /// One for a column, where the buttons stand below the sentence.
    public static ProblemBar narrow() {
        return new ProblemBar(new FlowPane());
    }

    private void decorate() {
        var sign = new FontIcon("mdi2a-alert-outline");
        sign.getStyleClass().add("problem-sign");
        sentence.setId("problem");
        sentence.getStyleClass().add("failure");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        again.getStyleClass().add("problem-again");
        room.getStyleClass().add("problem-room");
        room.setOnAction(_ -> ask(ProblemStep.MAKE_ROOM));
        log.getStyleClass().addAll("flat", "problem-log");
        log.setOnAction(_ -> ask(ProblemStep.SHOW_LOG));
        copy.getStyleClass().addAll("flat", "problem-details");
        getStyleClass().add("problem-bar");
        setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(sign, sentence);
        steps.getChildren().addAll(again, room, log, copy);
        Visibility.set(this, false);
    }

    private void ask(EventType<ProblemStep> step) {
        fireEvent(new ProblemStep(step));
    }

    /// The id of the sentence, where a screen has several bars.
    public void setSentenceId(String id) {
        sentence.setId(id);
    }

    public String getSentenceId() {
        return sentence.getId();
    }

    /// Tells this from now on.
    public void tell(ProblemText problem) {
        sentence.textProperty().bind(problem);
        problem.subscribe(() -> refresh(problem));
        problem.failure().subscribe(() -> refresh(problem));
        again.setOnAction(_ -> tryAgain(problem));
        copy.setOnAction(_ -> copy(problem));
        refresh(problem);
    }

    /// Offers a step of the screen's own beside whatever is told.
    public void offer(String words, Runnable step) {
        add(words, step);
    }

    /// The same, for some problems only.
    ///
    /// @param id of the button
    public void offer(String id, String words, ObservableBooleanValue helps, Runnable step) {
        Button button = add(words, step);
        button.setId(id);
        Visibility.bind(button, helps);
    }

    private Button add(String words, Runnable step) {
        Button button = small(words);
        button.getStyleClass().add("problem-step");
        button.setOnAction(_ -> step.run());
        steps.getChildren().add(steps.getChildren().indexOf(again), button);
        return button;
    }

    private void refresh(ProblemText problem) {
        boolean there = !problem.get().isEmpty();
        Visibility.set(this, there);
        sentence.setVisible(there);
        Optional<Failure> failure = problem.failure().get();
        Visibility.set(again, failure.flatMap(Failure::again).isPresent());
        Visibility.set(room, failure.filter(Failure::full).isPresent());
        Visibility.set(log, failure.filter(why -> !why.explained()).isPresent());
        Visibility.set(copy, failure.isPresent());
        copy.setText(texts.get("copy"));
    }

    private static void tryAgain(ProblemText problem) {
        Optional<Runnable> once = problem.failure().get().flatMap(Failure::again);
        problem.set("");
        once.ifPresent(Runnable::run);
    }

    private void copy(ProblemText problem) {
        problem.failure().get().map(Failure::details).ifPresent(TextClipboard::put);
        copy.setText(texts.get("copied"));
    }

    private static Button small(String words) {
        var button = new Button(words);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        return button;
    }
}
