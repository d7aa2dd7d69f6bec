package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;

import org.clpworkbench.job.RunningJob;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.JobWords;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.WorkingBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What is planned while somebody types, and what becomes of a transfer while the form and the pair
/// change under it.
class TransferUnderWayTest extends OpenedTransfer {
    /// How often a plan was begun.
    private int plans;

    @BeforeEach
    void planAndCount() throws Exception {
        OnScreen.run(
                () ->
                        viewModel
                                .planning()
                                .looking()
                                .current()
                                .addListener((_, _, now) -> plans += now == null ? 0 : 1));
        choose(demo.helper());
        OnScreen.await(() -> viewModel.ready().get());
    }

    @Test
    void plansOnceForAPairAndNeverForANameOrASeed() throws Exception {
        assertThat(plans).isEqualTo(1);
        String name = "fifteen-letters";
        for (int letters = 1; letters <= name.length(); letters++) {
            String typed = name.substring(0, letters);
            OnScreen.run(() -> viewModel.name().set(typed));
            // the plan is there still
            assertThat(viewModel.ready().get()).isTrue();
        }
        // emptied, which cannot be a name, and typed anew
        OnScreen.run(() -> viewModel.name().set(""));
        assertThat(viewModel.problem().get()).contains("cannot be a folder");
        assertThat(viewModel.ready().get()).isFalse();
        OnScreen.run(() -> viewModel.name().set("mine"));
        OnScreen.run(() -> viewModel.seed().set("7"));
        assertThat(viewModel.ready().get()).isTrue();
        assertThat(viewModel.lines()).isNotEmpty();
        OnScreen.await(() -> viewModel.place().get().endsWith("mine"));
        assertThat(plans).isEqualTo(1);
    }

    @Test
    void plansForTheLastOfSeveralMethodsThatAreTriedAtOnce() throws Exception {
        OnScreen.run(
                () -> {
                    radio("#method-clp").fire();
                    radio("#method-linear").fire();
                    radio("#method-mean").fire();
                });
        assertThat(viewModel.ready().get()).isFalse();
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(plans).isEqualTo(2);
        assertThat(viewModel.name().get()).contains("_mean_");
    }

    @Test
    void opensTheFolderOfTheModelThatWasMadeWhateverIsTypedMeanwhile() throws Exception {
        OnScreen.run(() -> radio("#method-mean").fire());
        OnScreen.run(() -> viewModel.name().set("first"));
        OnScreen.await(() -> viewModel.ready().get());
        RunningJob<?> job;
        try (var _ = new ComputeGate(jobs)) {
            person.click("#transfer");
            job = OnScreen.get(this::transfer);
            person.type("#name", "second");
            assertThat(viewModel.ready().get()).isFalse();
        }
        // what is written is not all: it is checked before the model has its name
        assertThat(toldOf(job)).last().asString().startsWith("Checking the result");
        OnScreen.await(() -> person.sees("#report"));
        assertThat(person.text("#place")).endsWith("first");
        person.click("#folder");
        Path models = new Workspace(folder).models();
        assertThat(recorder.revealed).containsExactly(models.resolve("first"));
        assertThat(models.resolve("second")).doesNotExist();
        assertThat(pair.done()).contains(ScreenName.TRANSFER);
    }

    private RunningJob<?> transfer() {
        return Objects.requireNonNull(viewModel.transferring().current().get());
    }

    /// What a person may read of a job until it ends.
    private static List<String> toldOf(RunningJob<?> job) throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (var now = job.snapshot(); !now.state().ended(); now = job.snapshot()) {
            told.add(JobWords.doing(now));
            Thread.sleep(2);
        }
        return told;
    }

    @Test
    void showsNoReportOfAnotherPairAndMarksNothingDoneForIt() throws Exception {
        OnScreen.run(() -> radio("#method-mean").fire());
        OnScreen.run(() -> viewModel.name().set("german"));
        OnScreen.await(() -> viewModel.ready().get());
        try (var _ = new ComputeGate(jobs)) {
            press("#transfer");
            OnScreen.await(() -> viewModel.transferring().current().get() != null);
            choose(demo.spanish().helper());
        }
        OnScreen.await(() -> viewModel.transferring().current().get() == null);
        OnScreen.await(() -> viewModel.ready().get());
        // it was carried out nevertheless
        assertThat(new Workspace(folder).models().resolve("german")).isNotEmptyDirectory();
        assertThat(viewModel.reported().get()).isFalse();
        assertThat(viewModel.answer().get()).contains("missing tokens will get a new row");
        assertThat(pair.done()).doesNotContain(ScreenName.TRANSFER);
    }

    @Test
    void showsItsStagesAndIsBackAtThePlanOnceCancelled() throws Exception {
        // trains vectors first, which takes a while
        OnScreen.run(() -> radio("#method-focus").fire());
        OnScreen.await(() -> viewModel.ready().get());
        List<String> shown = new ArrayList<>();
        OnScreen.run(
                () -> {
                    Label words = (Label) bar().getChildren().getFirst();
                    words.textProperty().addListener((_, _, now) -> shown.add(now));
                });
        press("#transfer");
        OnScreen.await(() -> shown.stream().anyMatch(TransferUnderWayTest::isAStage));
        assertThat(OnScreen.get(() -> bar().isVisible())).isTrue();
        assertThat(viewModel.ready().get()).isFalse();

        person.click(barButton("Cancel"));
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(shown.getLast()).startsWith("Cancelled: Transferring with focus");
        assertThat(viewModel.answer().get()).contains("missing tokens will get a new row");
        assertThat(viewModel.lines()).isNotEmpty();
        assertThat(new Workspace(folder).models().resolve(viewModel.name().get())).doesNotExist();

        person.click(barButton("Try again"));
        OnScreen.await(() -> isAStage(shown.getLast()));
        person.click(barButton("Cancel"));
        OnScreen.await(() -> viewModel.ready().get());
    }

    private static boolean isAStage(String words) {
        return words.startsWith("Reading tokens") || words.startsWith("Training token vectors");
    }

    /// Of the transfer; that of the plan stands below it.
    private WorkingBar bar() {
        return scene.getRoot().lookupAll(".working-bar").stream()
                .map(WorkingBar.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Button barButton(String words) {
        return bar().getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words) && button.isVisible())
                .findFirst()
                .orElseThrow();
    }

    private RadioButton radio(String selector) {
        return (RadioButton) node(selector);
    }

    private void press(String selector) throws Exception {
        OnScreen.run(() -> ((Button) node(selector)).fire());
    }
}
