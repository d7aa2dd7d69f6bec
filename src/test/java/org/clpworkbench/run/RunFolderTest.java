package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.RunEvent.Ended;
import org.clpworkbench.training.RunEvent.Evaluated;
import org.clpworkbench.training.RunEvent.Outcome;
import org.clpworkbench.training.RunEvent.Paused;
import org.clpworkbench.training.RunEvent.Started;
import org.clpworkbench.training.RunEvent.Step;
import org.clpworkbench.training.RunRequest;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class RunFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path runs;

    private final TrainingSpec spec =
            new TrainingSpec(
                    "linear start/1",
                    Path.of("/models/start"),
                    Path.of("/texts/train.txt"),
                    Path.of("/texts/validation.txt"),
                    100,
                    8,
                    256,
                    new Optimisation(2e-3, 5, 0.2, 0.05, false, 0.9),
                    Trainable.parse("embeddings-then-all:40"),
                    17,
                    new Execution(Precision.BFLOAT16, "cuda:1", 4, Checkpointing.ON),
                    new Rhythm(10, 4096, 25, 7, 3));

    private static Step step(int number, double loss) {
        return new Step(NOON, number, number * 2048L, loss, 1e-3, 0.5, 3000);
    }

    private static Started started(int step) {
        return new Started(NOON, step, 100, "cpu", 42, 1_000_000, true);
    }

    private RunFolder runWith(RunEvent... events) throws IOException {
        RunFolder run = RunFolder.create(runs, spec, "linear");
        for (RunEvent event : events) {
            run.append(event);
        }
        return run;
    }

    @Test
    void givesBackTheSpecItWasMadeWith() throws IOException {
        RunFolder run = RunFolder.open(RunFolder.create(runs, spec, "linear").path());

        assertThat(run.spec()).isEqualTo(spec);
        assertThat(run.provenance().method()).isEqualTo("linear");
        assertThat(run.path().getFileName().toString()).endsWith("_linear-start-1");
    }

    @Test
    void twoRunsOfTheSameSecondHaveFoldersOfTheirOwn() throws IOException {
        Path first = RunFolder.create(runs, spec, "").path();
        Path second = RunFolder.create(runs, spec, "").path();

        assertThat(first).isNotEqualTo(second);
        assertThat(RunFolder.list(runs)).extracting(RunFolder::path).contains(first, second);
    }

    @Test
    void aRepeatedRunIsCalledByItsSeedAndByANumberOnlyWhereThatIsTaken() throws IOException {
        String first = name(RunFolder.createRepeated(runs, spec, ""));
        String again = name(RunFolder.createRepeated(runs, spec, ""));

        assertThat(first).endsWith("_linear-start-1-seed-17");
        // made a second later its time is another one
        assertThat(again).matches(".*_linear-start-1-seed-17(-2)?").isNotEqualTo(first);
        assertThat(RunFolder.list(runs)).extracting(RunFolderTest::name).contains(first, again);
    }

    private static String name(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }

    @Test
    void givesBackEveryKindOfEvent() throws IOException {
        Sentence part = Sentence.of(RunFolder.class, "run.none", "/runs/b");
        Sentence why = Sentence.of(RunFolder.class, "run.unrecorded", "/runs/a", part);
        List<RunEvent> events =
                List.of(
                        started(0),
                        new Evaluated(NOON, 0, 0, 9.25, 5.5),
                        step(1, 8.5),
                        new RunEvent.Sample(NOON, 1, "Die", "Die \"Zeile\"\nzwei"),
                        new RunEvent.Checkpointed(NOON, 1, "checkpoints/step-000001"),
                        new Paused(NOON, 1),
                        new Ended(NOON, 1, Outcome.FAILED, Optional.of(why)));

        assertThat(runWith(events.toArray(RunEvent[]::new)).events()).isEqualTo(events);
    }

    @Test
    void tellsInEachLanguageWhyARunFailed() throws IOException {
        Sentence why = Sentence.of(RunFolder.class, "run.locked", runs.resolve("a"), 4711L);
        RunFolder run = runWith(new Ended(NOON, 1, Outcome.FAILED, Optional.of(why)));

        Ended ended = (Ended) run.events().getLast();

        assertThat(ended.message()).isEqualTo(why.inEnglish());
        assertThat(ended.why().orElseThrow().in(Locale.GERMAN)).isEqualTo(why.in(Locale.GERMAN));
    }

    /// As other versions of the program wrote it: in English alone, or as a sentence of theirs.
    @Test
    void tellsTheEnglishWordsOfAFailureWhereThereIsNoOtherSentence() throws IOException {
        String before =
                "{'time':'%s','type':'ended','step':1,'outcome':'failed','message':'It broke.'%s}";
        String later =
                ",'why':{'bundle':'org.clpworkbench.run.Problems','key':'new','arguments':[]}";
        for (String end : List.of("", later)) {
            RunFolder run = runWith();
            String line = before.formatted(NOON, end).replace('\'', '"');
            Files.writeString(run.eventsFile(), line + "\n");
            Ended ended = (Ended) run.events().getLast();

            assertThat(ended.message()).isEqualTo("It broke.");
            assertThat(ended.why().orElseThrow().in(Locale.GERMAN))
                    .isEqualTo("Auf Englisch heißt es: It broke.");
        }
    }

    @Test
    void keepsALossThatIsNoNumber() throws IOException {
        assertThat(((Step) runWith(step(1, Double.NaN)).events().getFirst()).loss()).isNaN();
    }

    @Test
    void saysThatTheFolderIsGoneOrCannotBeWrittenTo() throws IOException {
        RunFolder blocked = runWith();
        Files.createDirectory(blocked.path().resolve("events.jsonl"));
        RunFolder gone = runWith();
        WholeFiles.delete(gone.path());

        assertThatThrownBy(() -> blocked.append(step(1, 8)))
                .hasMessageContaining("cannot be recorded any further")
                .hasMessageContaining("then resume it");
        assertThatThrownBy(() -> gone.append(step(1, 8)))
                .hasMessageContaining(gone.path() + " is gone");
    }

    @Test
    void skipsAHalfWrittenLastLineUntilItIsWhole() throws IOException {
        RunFolder run = runWith(step(1, 8));
        var follower = new RunFollower(run);
        assertThat(follower.poll()).hasSize(1);
        String line = RunEventJson.line(step(2, 7)) + "\n";

        Files.writeString(run.eventsFile(), line.substring(0, 20), StandardOpenOption.APPEND);
        assertThat(follower.poll()).isEmpty();
        assertThat(run.events()).hasSize(1);

        Files.writeString(run.eventsFile(), line.substring(20), StandardOpenOption.APPEND);
        assertThat(follower.poll()).containsExactly(step(2, 7));
    }

    @Test
    void countsStepsThatWereDoneAgainOnce() throws IOException {
        RunFolder run = runWith(started(0), step(1, 8), step(2, 7), started(1), step(2, 6.5));

        assertThat(run.events()).containsExactly(started(0), step(1, 8), started(1), step(2, 6.5));
    }

    @Test
    void tellsHowAnOwnerlessRunEnded() throws IOException {
        assertThat(runWith(started(0), step(1, 8)).state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(runWith(started(0), new Paused(NOON, 1)).state()).isEqualTo(RunState.PAUSED);
        assertThat(runWith(started(0), new Ended(NOON, 1, Outcome.DONE, Optional.empty())).state())
                .isEqualTo(RunState.DONE);
        assertThat(runWith(new Paused(NOON, 1), started(1)).state())
                .isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aNewRunWaitsForItsWorkerButNotForever() throws IOException {
        RunFolder run = runWith();
        assertThat(run.state()).isEqualTo(RunState.WAITING);

        Files.setLastModifiedTime(
                run.path().resolve("spec.json"), FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void isLiveWhileItsProcessLives() throws IOException {
        RunFolder run = runWith(started(0));

        RunLock.acquire(run.path());
        assertThat(run.state()).isEqualTo(RunState.WAITING);
        RunLock.working(run.path());
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        RunLock.release(run.path());
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aLockOfADeadProcessHoldsNothing() throws IOException, InterruptedException {
        RunFolder run = runWith(started(0));
        Process brief = new ProcessBuilder("true").start();
        brief.waitFor();
        Files.writeString(run.path().resolve("lock"), brief.pid() + " 1 working\n");

        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        RunLock.acquire(run.path());
    }

    @Test
    void refusesARunThatALivingProcessHas() throws IOException {
        RunFolder run = runWith();
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        long second = parent.info().startInstant().orElseThrow().getEpochSecond();
        Files.writeString(run.path().resolve("lock"), parent.pid() + " " + second + " working\n");

        assertThatThrownBy(() -> new RunWorker((_, _) -> {}).work(List.of(run)))
                .hasMessageContaining("is being worked on by process " + parent.pid());
    }

    @Test
    void passesRequestsOn() throws IOException {
        RunFolder run = runWith();
        assertThat(run.pendingRequest()).isEqualTo(RunRequest.NONE);

        run.requestPause();
        assertThat(run.pendingRequest()).isEqualTo(RunRequest.PAUSE);
        run.clearRequest();
        assertThat(run.pendingRequest()).isEqualTo(RunRequest.NONE);
    }

    @Test
    void namesAFolderThatIsNoRun() throws IOException {
        assertThatThrownBy(() -> RunFolder.open(runs))
                .hasMessage(runs + " is no run folder: it has no spec.json.");
        Files.writeString(runs.resolve("spec.json"), "{}");
        assertThatThrownBy(() -> RunFolder.open(runs))
                .hasMessageContaining("spec.json is no training spec");
        assertThat(RunFolder.list(runs.resolve("none"))).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithItsSpecInTheLanguagesOfTheProgram() throws IOException {
        RunFolder run = runWith();
        Path file = run.path().resolve("spec.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\"steps\" : 100", "\"steps\" : 0"));
        assertThat(refusal(run).told().orElseThrow().in(Locale.GERMAN))
                .isEqualTo(
                        file
                                + " beschreibt kein Training (Es müssen mindestens 1 Schritt sein,"
                                + " nicht 0.); die Datei wiederherstellen oder den Lauf löschen.");

        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(refusal(run)).hasMessageContaining("spec.json is no training spec");
        assertThat(refusal(run).told().orElseThrow().in(Locale.CHINESE))
                .startsWith(file + " 不是训练配置（")
                .endsWith("）；请恢复该文件，或删除该运行。");
    }

    private static ToldException refusal(RunFolder run) {
        return catchThrowableOfType(ToldException.class, () -> RunFolder.open(run.path()));
    }
}
