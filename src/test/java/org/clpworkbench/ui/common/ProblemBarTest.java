package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.input.Clipboard;

import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

class ProblemBarTest {
    private final ProblemText problem = new ProblemText();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger stepped = new AtomicInteger();
    private final ProblemBar bar = made();
    private final BarOnShow shown = new BarOnShow(bar);

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

    private void tell(Failure failure) throws Exception {
        OnScreen.run(() -> problem.set(failure));
    }

    @Test
    void isGoneWhileThereIsNoProblem() throws Exception {
        assertThat(bar.isVisible()).isFalse();
        OnScreen.run(() -> problem.set("Choose a helper."));
        assertThat(bar.isVisible()).isTrue();
        assertThat(shown.words()).containsExactly("Choose a helper.", "Choose another");
        OnScreen.run(() -> problem.set(""));
        assertThat(bar.isManaged()).isFalse();
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        Runnable again = tried::incrementAndGet;
        tell(new Failure("Reading", new IOException("No disk."), Optional.of(again)));
        assertThat(shown.words())
                .containsExactly(
                        "No disk.", "Choose another", "Try again", "Show log", "Copy details");
        shown.press("Try again");
        assertThat(tried).hasValue(1);
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void offersTheScreensStep() throws Exception {
        tell(Failure.of("Reading", new IOException("No disk.")));
        assertThat(shown.words())
                .containsExactly("No disk.", "Choose another", "Show log", "Copy details");
        shown.press("Choose another");
        assertThat(stepped).hasValue(1);
    }

    /// What the sentence does not explain, the log may.
    @Test
    void asksTheWindowForItsLogAndForRoom() throws Exception {
        var asked = new ArrayList<Object>();
        OnScreen.run(() -> bar.addEventHandler(Event.ANY, step -> asked.add(step.getEventType())));
        tell(Failure.of("Reading", new IOException("No disk.")));
        shown.press("Show log");
        tell(Failure.of("Writing", new IOException("No space left on device")));
        assertThat(shown.words()).contains("Open the workspace").doesNotContain("Show log");
        shown.press("Open the workspace");
        assertThat(asked).contains(ProblemStep.SHOW_LOG, ProblemStep.MAKE_ROOM);
    }

    @Test
    void copiesWhatWasBeingDoneAndWhereItFailed() throws Exception {
        tell(Failure.of("Reading a model", new IOException("No disk.")));
        shown.press("Copy details");
        String copied = OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .contains("Reading a model", "java.io.IOException: No disk.", "ProblemBarTest");
        assertThat(shown.words()).contains("Copied");
    }
}
