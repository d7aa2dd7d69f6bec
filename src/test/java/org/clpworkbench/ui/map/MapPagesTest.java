package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.clpworkbench.job.JobState;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

class MapPagesTest {
    @TempDir Path folder;
    private final CountDownLatch free = new CountDownLatch(1);
    private TestContext test;
    private Label screen;
    private MapPages pages;

    @BeforeEach
    void openTheMap() throws Exception {
        MadePair made = MadePair.write(folder, 40);
        test = new TestContext(folder);
        OnScreen.run(() -> made.chooseFor(test.pair()));
        screen = OnScreen.get(() -> new Label("the screen"));
        pages = OnScreen.get(() -> new MapPages(screen, test.context()));
        OnScreen.run(() -> OnScreen.show(pages, 900, 600));
        OnScreen.run(pages::openMap);
        OnScreen.await(() -> !draw().isDisabled());
    }

    @AfterEach
    void close() throws Exception {
        free.countDown();
        OnScreen.run(
                () -> {
                    pages.close();
                    pages.getScene().getWindow().hide();
                });
        test.close();
    }

    private Button draw() {
        return (Button) pages.lookup("#draw");
    }

    private boolean showsTheScreen() throws Exception {
        return OnScreen.get(() -> pages.getChildren().contains(screen));
    }

    /// Behind other work, so that it does not end before it is looked at.
    private RunningJob<?> drawing() throws Exception {
        test.context()
                .jobs()
                .compute(
                        "busy",
                        progress -> {
                            free.await();
                            return true;
                        });
        OnScreen.run(() -> draw().fire());
        return test.context().jobs().list().getFirst();
    }

    private void open(Integer token) throws Exception {
        OnScreen.run(() -> test.pair().token().set(token));
    }

    private JobState end(RunningJob<?> job) throws Exception {
        free.countDown();
        OnScreen.await(() -> job.state().ended());
        return job.state();
    }

    @Test
    void makesRoomForATokenThatIsOpenedElsewhereAndGoesOnDrawing() throws Exception {
        open(3);
        assertThat(showsTheScreen()).as("the first token is the screen's own").isFalse();
        RunningJob<?> drawing = drawing();
        open(5);
        assertThat(showsTheScreen()).isTrue();
        assertThat(end(drawing)).isEqualTo(JobState.DONE);
        OnScreen.run(pages::openMap);
        OnScreen.await(() -> ((Label) pages.lookup("#caption")).getText().startsWith("Drawn by"));
    }

    @Test
    void endsTheMapsWorkAndStaysWhenItIsClosed() throws Exception {
        open(3);
        RunningJob<?> drawing = drawing();
        OnScreen.run(pages::close);
        open(5);
        assertThat(showsTheScreen()).isFalse();
        assertThat(end(drawing)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void endsTheMapsWorkWhenAnotherModelIsChosen() throws Exception {
        RunningJob<?> drawing = drawing();
        OnScreen.run(() -> test.pair().source().set(test.pair().helper().get()));
        assertThat(end(drawing)).isEqualTo(JobState.CANCELLED);
    }
}
