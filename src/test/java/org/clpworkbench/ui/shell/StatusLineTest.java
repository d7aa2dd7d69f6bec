package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.gpu.GpuGauge;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.race.FollowRun;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.ClippedTexts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.shell.Gauges.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class StatusLineTest {
    /// What is left of the smallest window.
    private static final int BESIDE_THE_RAIL = 770;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    private static JobSnapshot job(JobState state, String stage, long done) {
        return new JobSnapshot(
                "Training clp",
                state,
                stage,
                done,
                200,
                "steps",
                Duration.ofSeconds(10),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void tellsHowBusyProcessorMemoryAndGpuAre() throws Exception {
        var gpu = new GpuGauge.Reading(0, 0.5, 2_500_000_000L, 80_000_000_000L);
        var latest = new AtomicReference<>(reading(0.07, Optional.empty()));
        try (var jobs = new Jobs()) {
            StatusLine line = OnScreen.get(() -> new StatusLine(latest::get, jobs));
            OnScreen.run(line::pull);
            assertThat(text(line, "#gauges")).isEqualTo("CPU 7\u202f%   memory 3.1 of 24\u202fGB");
            latest.set(reading(0.82, Optional.of(gpu)));
            OnScreen.run(line::pull);
            assertThat(text(line, "#gauges")).isEqualTo("CPU 82\u202f%   memory 3.1 of 24\u202fGB");
            assertThat(text(line, "#gpu"))
                    .isEqualTo("GPU 50\u202f%   its memory 2.5 of 80\u202fGB");
            // eighths of all cores: 0.07 lies in the first, 0.82 in the seventh
            assertThat(text(line, "#cpu-history")).isEqualTo("▁▇");
        }
    }

    @Test
    void tellsWhyThereIsNoGpuInTheSmallestWindowToo() throws Exception {
        Texts.speak(Locale.GERMAN);
        var without = Optional.of(Sentence.of(GpuSupport.class, "gpu.none"));
        var reading = new Reading(1, 123_400_000_000L, 128_000_000_000L, Optional.empty(), without);
        try (var jobs = new Jobs()) {
            StatusLine line = OnScreen.get(() -> new StatusLine(() -> reading, jobs));
            Scene scene = OnScreen.get(() -> OnScreen.show(new VBox(line), BESIDE_THE_RAIL, 100));
            OnScreen.run(
                    () -> {
                        line.pull();
                        scene.snapshot(null);
                        assertThat(ClippedTexts.in(scene)).isEmpty();
                        scene.getWindow().hide();
                    });
            assertThat(text(line, "#gpu")).isEqualTo("GPU –");
            Label gpu = OnScreen.get(() -> (Label) line.lookup("#gpu"));
            assertThat(gpu.getTooltip().getText()).isEqualTo("Hier gibt es keine GPU von NVIDIA.");
            assertThat(gpu.getAccessibleText()).isEqualTo("Hier gibt es keine GPU von NVIDIA.");
        }
    }

    @Test
    void tellsHowFastTheRunUnderWayGoesAndHowLongItWillTake(@TempDir Path folder) throws Exception {
        // 517 steps of 8 · 256 tokens at 2,940 a second take 360 s, whenever the run was met
        RunFolder run = MadeUpRuns.create(folder, "linear", 567);
        MadeUpRuns.started(run, 0);
        MadeUpRuns.step(run, 50, 6.5, 2940);
        MadeUpRuns.own(run, true);
        try (var jobs = new Jobs()) {
            StatusLine line = OnScreen.get(() -> new StatusLine(() -> Gauges.NONE, jobs));
            OnScreen.run(line::pull);
            assertThat(OnScreen.get(() -> line.lookup("#pace").isVisible())).isFalse();
            var following = jobs.await("Training linear", follow(run));
            OnScreen.await(() -> pulled(line, "#pace").equals("2,940 tokens/s   6\u202fmin left"));
            assertThat(OnScreen.get(() -> line.lookup("#pace").isVisible())).isTrue();
            OnScreen.await(
                    () ->
                            pulled(line, "#last-message")
                                    .equals("Training linear: Training · 50 of 567 steps"));
            following.cancel();
            OnScreen.await(() -> pulled(line, "#pace").isEmpty());
        }
    }

    private static FollowRun follow(RunFolder run) {
        return new FollowRun(run, () -> false, () -> true);
    }

    private static String pulled(StatusLine line, String id) {
        line.pull();
        return ((Label) line.lookup(id)).getText();
    }

    private static Reading reading(double cpu, Optional<GpuGauge.Reading> gpu) {
        return new Reading(cpu, 3_100_000_000L, 24_000_000_000L, gpu, Optional.empty());
    }

    private static String text(StatusLine line, String id) throws Exception {
        return OnScreen.get(() -> ((Label) line.lookup(id)).getText());
    }

    @Test
    void tellsOfTheRunThatTrainsBeforeOneThatWaits() {
        JobSnapshot waits = job(JobState.RUNNING, "Waiting for its turn", 0);
        JobSnapshot trains = job(JobState.RUNNING, "Training", 20);
        JobSnapshot done = job(JobState.DONE, "Reading", 200);

        assertThat(StatusLine.told(List.of(waits, trains, done))).contains(trains);
        assertThat(StatusLine.told(List.of(waits, done))).contains(waits);
        assertThat(StatusLine.told(List.of(done, trains))).contains(done);
        assertThat(StatusLine.told(List.of())).isEmpty();
    }
}
