package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;

class FormHistoryTest {
    private final Deque<Runnable> afterwards = new ArrayDeque<>();
    private final SimpleStringProperty steps = new SimpleStringProperty("200");
    private final SimpleStringProperty seed = new SimpleStringProperty("42");
    private final SimpleBooleanProperty ticked = new SimpleBooleanProperty();
    private long now;
    private final FormHistory history = new FormHistory(afterwards::add, () -> now);

    @BeforeEach
    void watch() {
        history.watch(steps, seed, ticked);
    }

    @Test
    void putsWhatIsTypedWithoutAPauseInOneStep() {
        type("3");
        type("30");
        now += FormHistory.PAUSE.toNanos() + 1;
        type("300");
        history.undo();
        assertThat(steps.get()).isEqualTo("30");
        history.undo();
        assertThat(steps.get()).isEqualTo("200");
        assertThat(history.undoable().get()).isFalse();
        history.redo();
        history.redo();
        assertThat(steps.get()).isEqualTo("300");
        assertThat(history.redoable().get()).isFalse();
    }

    @Test
    void putsADraggedSliderInOneStep() {
        var temperature = new SimpleDoubleProperty(0.8);
        history.watch(temperature);
        event(() -> temperature.set(0.9));
        event(() -> temperature.set(1.1));
        event(() -> temperature.set(1.4));
        history.undo();
        assertThat(temperature.get()).isEqualTo(0.8);
        assertThat(history.undoable().get()).isFalse();
    }

    @Test
    void takesOverWhatWasEnteredInTheSameFormBefore() {
        var newSteps = new SimpleStringProperty("200");
        var next = new FormHistory(afterwards::add, () -> now);
        next.watch(newSteps);
        type("300");
        next.follow(history);
        assertThat(newSteps.get()).isEqualTo("300");
        assertThat(next.undoable().get()).isFalse();
    }

    @Test
    void keepsTwoFieldsApartHoweverFastTheyAreTyped() {
        type("300");
        event(() -> seed.set("7"));
        history.undo();
        assertThat(steps.get()).isEqualTo("300");
        assertThat(seed.get()).isEqualTo("42");
    }

    @Test
    void everyTickIsAStep() {
        event(() -> ticked.set(true));
        event(() -> ticked.set(false));
        history.undo();
        assertThat(ticked.get()).isTrue();
    }

    @Test
    void takesBackWithAChangeWhatFollowsFromIt() {
        var name = new SimpleStringProperty("made with 1");
        var number = new SimpleStringProperty("1");
        number.addListener((_, _, next) -> name.set("made with " + next));
        history.watch(number, name);
        event(() -> number.set("2"));
        event(() -> number.set("23"));
        event(() -> name.set("mine"));
        history.undo();
        assertThat(name.get()).isEqualTo("made with 23");
        history.undo();
        assertThat(name.get()).isEqualTo("made with 1");
        assertThat(number.get()).isEqualTo("1");
        assertThat(history.undoable().get()).isFalse();
    }

    @Test
    void changesManyFieldsInOneStep() {
        type("250");
        event(
                () ->
                        history.asOne(
                                () -> {
                                    steps.set("1000");
                                    seed.set("1, 2, 3");
                                }));
        history.undo();
        assertThat(steps.get()).isEqualTo("250");
        assertThat(seed.get()).isEqualTo("42");
    }

    @Test
    void leavesWhatTheProgramSetWhenAPersonsStepIsTakenBack() {
        type("300");
        history.silently(() -> seed.set("7"));
        history.undo();
        assertThat(steps.get()).isEqualTo("200");
        assertThat(seed.get()).isEqualTo("7");
    }

    @Test
    void forgetsWhatWasUndoneOnceSomethingElseIsEntered() {
        type("300");
        history.undo();
        event(() -> seed.set("7"));
        assertThat(history.redoable().get()).isFalse();
    }

    @Test
    void whatIsTypedAndTakenBackIsNoStep() {
        type("2000");
        type("200");
        assertThat(history.undoable().get()).isFalse();
    }

    @Test
    void remembersTheLastStepsOnly() {
        for (int step = 0; step < FormHistory.MOST + 5; step++) {
            event(() -> ticked.set(!ticked.get()));
        }
        int undone = 0;
        while (history.undoable().get()) {
            history.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(FormHistory.MOST);
    }

    private void type(String text) {
        event(() -> steps.set(text));
    }

    private void event(Runnable change) {
        change.run();
        while (!afterwards.isEmpty()) {
            afterwards.pop().run();
        }
    }
}
