package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;

import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

class ProblemBarTest {
    private final ProblemText problem = new ProblemText();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger stepped = new AtomicInteger();
    private final ProblemBar bar = made();

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private ProblemBar made() {
        return WorkbenchWindow.onFxThread(
                () -> {
                    var made = new ProblemBar();
                    made.tell(problem);
                    made.offer("Choose another", stepped::incrementAndGet);
                    return made;
                });
    }

    private List<String> visible() {
        return WorkbenchWindow.onFxThread(
                () ->
                        bar.getChildren().stream()
                                .filter(Node::isVisible)
                                .map(
                                        part ->
                                                switch (part) {
                                                    case Label words -> words.getText();
                                                    case Button button -> button.getText();
                                                    default -> "";
                                                })
                                .filter(words -> !words.isEmpty())
                                .toList());
    }

    private void tell(Failure failure) throws Exception {
        OnScreen.run(() -> problem.set(failure));
    }

    private void press(String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    bar.getChildren().stream()
                            .filter(Button.class::isInstance)
                            .map(Button.class::cast)
                            .filter(button -> button.getText().equals(words))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    return true;
                });
    }

    @Test
    void isGoneWhileThereIsNoProblem() throws Exception {
        assertThat(bar.isVisible()).isFalse();
        OnScreen.run(() -> problem.set("Choose a helper."));
        assertThat(bar.isVisible()).isTrue();
        assertThat(visible()).containsExactly("Choose a helper.", "Choose another");
        OnScreen.run(() -> problem.set(""));
        assertThat(bar.isManaged()).isFalse();
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        Runnable again = tried::incrementAndGet;
        tell(new Failure("Reading", new IOException("No disk."), Optional.of(again)));
        assertThat(visible())
                .containsExactly(
                        "No disk.", "Choose another", "Try again", "Show log", "Copy details");
        press("Try again");
        assertThat(tried).hasValue(1);
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void offersTheScreensStep() throws Exception {
        tell(Failure.of("Reading", new IOException("No disk.")));
        assertThat(visible())
                .containsExactly("No disk.", "Choose another", "Show log", "Copy details");
        press("Choose another");
        assertThat(stepped).hasValue(1);
    }

    /// What the sentence does not explain, the log may.
    @Test
    void asksTheWindowForItsLogAndForRoom() throws Exception {
        var asked = new ArrayList<Object>();
        OnScreen.run(() -> bar.addEventHandler(Event.ANY, step -> asked.add(step.getEventType())));
        tell(Failure.of("Reading", new IOException("No disk.")));
        press("Show log");
        tell(Failure.of("Writing", new IOException("No space left on device")));
        assertThat(visible()).contains("Open the workspace").doesNotContain("Show log");
        press("Open the workspace");
        assertThat(asked).contains(ProblemStep.SHOW_LOG, ProblemStep.MAKE_ROOM);
    }

    @Test
    void copiesWhatWasBeingDoneAndWhereItFailed() throws Exception {
        tell(Failure.of("Reading a model", new IOException("No disk.")));
        press("Copy details");
        String copied = OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .contains("Reading a model", "java.io.IOException: No disk.", "ProblemBarTest");
        assertThat(visible()).contains("Copied");
    }
}
