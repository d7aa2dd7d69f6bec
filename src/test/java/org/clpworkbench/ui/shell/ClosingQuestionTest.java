package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.ScriptedDialogs;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;

class ClosingQuestionTest {
    private final Jobs jobs = new Jobs();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final CountDownLatch opened = new CountDownLatch(1);

    @BeforeEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @AfterEach
    void endTheJobs() {
        opened.countDown();
        jobs.close();
    }

    /// Until the test ends.
    private boolean work(Progress progress) throws InterruptedException {
        opened.await();
        return true;
    }

    private boolean mayClose() {
        return new ClosingQuestion(jobs, dialogs).mayClose();
    }

    @Test
    void asksNothingWhereNothingWouldBeLost() throws Exception {
        assertThat(mayClose()).isTrue();
        jobs.await("Following a run", this::work);
        RunningJob<Boolean> done = jobs.await("Transferring", Job.lostAtClosing(_ -> true));
        done.result().get();
        RunningJob<Boolean> unwanted = jobs.await("Drawing", Job.lostAtClosing(this::work));
        unwanted.cancel();
        assertThat(mayClose()).isTrue();
        assertThat(dialogs.asked()).isEmpty();
    }

    @Test
    void saysWhatBecomesOfEachAndDoesAsIsAnswered() {
        jobs.await("Moving 40 runs", Job.haltedAtClosing(this::work));
        jobs.compute("Following a run", this::work);
        jobs.compute("Transferring", Job.lostAtClosing(this::work)); // waits for its turn
        assertThat(mayClose()).isFalse();
        assertThat(dialogs.asked())
                .singleElement()
                .asString()
                .matches(
                        "Transferring \\(Waiting\\): nothing of it is kept\\.\n"
                                + "Moving 40 runs \\(.+\\): it stops there; what is done by then"
                                + " stays\\.");
        dialogs.willAgree();
        assertThat(mayClose()).isTrue();
    }

    @Test
    void namesThreeAndCountsTheOthers() {
        for (int number = 1; number <= 5; number++) {
            jobs.compute("Work " + number, Job.lostAtClosing(this::work));
        }
        assertThat(mayClose()).isFalse();
        assertThat(dialogs.asked().getFirst().lines()).hasSize(4).last().isEqualTo("… and 2 more");
    }
}
