package org.clpworkbench.cli;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.ReadableTexts;
import org.clpworkbench.race.Hopeless;
import org.clpworkbench.race.Race;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.RaceTable;
import org.clpworkbench.race.RaceTable.Row;
import org.clpworkbench.race.RaceTable.Runner;
import org.clpworkbench.race.RunFigures;
import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.race.Start;
import org.clpworkbench.run.LossPicture;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferTexts;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// `race`: several starts trained on the same batches, and what each saves against training from
/// scratch.
@Command(
        name = "race",
        description = "Trains several initialisations on the same batches and compares them.")
final class RaceCommand extends Subcommand {
    private static final String SCRATCH = "random";
    private static final String PICTURE = "race-loss.png";
    private static final long LOOK_MILLIS = 200;

    @Mixin private ModelPairOptions models;
    @Mixin private TrainingOptions training;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            defaultValue = Methods.DEFAULT + "," + SCRATCH,
            description = "Transfer methods to start from (default: ${DEFAULT-VALUE}).")
    private List<String> methods;

    @Option(
            names = "--start",
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "A model folder to start from as well; may be repeated.")
    private List<Path> starts = List.of();

    @Mixin private TrainingTexts data;

    @Mixin private BilingualTextOptions bilingual;

    @Option(names = "--steps", required = true, paramLabel = "N", description = "Optimizer steps.")
    private int steps;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = "Seeds to repeat the race with (default: --seed).")
    private List<Long> seeds = List.of();

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "X",
            description = "Peak learning rates to try with each start (default: --lr).")
    private List<Double> rates = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "RUN",
            description = "A recorded run to hold the others against, instead of \"random\".")
    private @Nullable Path baseline;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs that train at the same time (default: ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--stop-hopeless",
            description = {
                "Stop a run that after a quarter of its steps is no better than \"random\" was",
                "after as many."
            })
    private boolean stopHopeless;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Workspace for models, runs and the chart (default: the usual one).")
    private @Nullable Path out;

    /// A run under way.
    private static final class Entry {
        private final RunFolder run;
        private final RunWatch watch;
        private final double rate;
        private final long seed;
        private RunLook latest;
        private boolean stopped;

        Entry(RunFolder run) throws IOException {
            this.run = run;
            watch = new RunWatch(run);
            rate = run.spec().optimisation().learningRate();
            seed = run.spec().seed();
            latest = watch.look();
        }

        String start() {
            return run.spec().name();
        }

        RunFigures figures() {
            return latest.figures();
        }

        boolean isBaselineOf(Entry other) {
            return start().equals(SCRATCH) && seed == other.seed && rate == other.rate;
        }

        Runner runner() {
            return new Runner(start(), rate, seed, figures());
        }
    }

    private record Answer(List<Row> table, List<RunSummary> runs, Path chart) {}

    @Override
    void execute(Output output) throws IOException, InterruptedException {
        if (parallel < 1) {
            throw wrongUsage("--parallel must be at least 1, not " + parallel + ".");
        }
        var workspace = out == null ? Workspace.standard() : new Workspace(out.toAbsolutePath());
        if (!data.given()) {
            throw wrongUsage("A race needs --text, and --validation or --validation-share.");
        }
        DataSet texts = data.dataSet();
        Optional<Entry> recorded =
                baseline == null
                        ? Optional.empty()
                        : Optional.of(new Entry(RunFolder.open(baseline)));
        var entries = new ArrayList<Entry>();
        for (RunFolder run :
                Race.prepare(
                        races(texts, readable(texts, workspace, output)),
                        workspace,
                        output.progress())) {
            entries.add(new Entry(run));
        }
        Race.startWorkers(entries.stream().map(entry -> entry.run).toList(), parallel);
        output.progress().stage("Training " + entries.size() + " runs");
        follow(entries, output);
        var runners = new ArrayList<Runner>();
        recorded.ifPresent(entry -> runners.add(entry.runner()));
        entries.forEach(entry -> runners.add(entry.runner()));
        String against = recorded.map(Entry::start).orElse(SCRATCH);
        Path picture = workspace.folder().resolve(PICTURE);
        LossPicture.write(curves(recorded, entries, against), picture);
        var summaries = new ArrayList<RunSummary>();
        for (Entry entry : entries) {
            summaries.add(RunSummary.of(entry.run));
        }
        var answer = new Answer(RaceTable.of(runners, against), List.copyOf(summaries), picture);
        output.answer(answer, text(answer, against));
        checkEnded(entries);
    }

    /// Empty where no method reads it.
    private Optional<Path> readable(DataSet texts, Workspace workspace, Output output)
            throws IOException {
        return methods.stream().anyMatch(method -> Recipe.of(method).space().readsTexts())
                ? Optional.of(
                        ReadableTexts.of(texts, workspace.data(), output.progress()).training())
                : Optional.empty();
    }

    /// One race for every seed and learning rate.
    ///
    /// @param readable the target's text, for methods that read one
    private List<RaceSpec> races(DataSet data, Optional<Path> readable) throws IOException {
        var texts = new TransferTexts(readable, bilingual.sourceText(), bilingual.dictionary());
        var all =
                new ArrayList<>(
                        Start.transferred(models.source(), models.helper(), methods, texts));
        starts.forEach(folder -> all.add(new Start.Folder(folder)));
        Path sized = starts.isEmpty() ? models.source() : starts.getFirst();
        var first =
                new RaceSpec(
                        all,
                        data,
                        steps,
                        training.batch(),
                        training.window(sized),
                        training.optimisation(steps),
                        training.trainable(),
                        training.seed(),
                        training.execution(),
                        training.rhythm(steps));
        var races = new ArrayList<RaceSpec>();
        for (long seed : seeds.isEmpty() ? List.of(first.seed()) : seeds) {
            for (double rate :
                    rates.isEmpty() ? List.of(first.optimisation().learningRate()) : rates) {
                races.add(first.with(seed, rate));
            }
        }
        return races;
    }

    /// Tells of the runs until all have ended; cancelled, it asks them to stop.
    private void follow(List<Entry> entries, Output output)
            throws IOException, InterruptedException {
        while (entries.stream().anyMatch(entry -> entry.figures().state().live())) {
            if (output.progress().cancelled()) {
                for (Entry entry : entries) {
                    entry.run.requestStop();
                }
                throw new CancellationException();
            }
            Thread.sleep(LOOK_MILLIS);
            for (Entry entry : entries) {
                if (entry.figures().state().live()) {
                    look(entry, entries, output);
                }
            }
            output.progress()
                    .update(
                            entries.stream().mapToInt(entry -> entry.figures().step()).sum(),
                            entries.size() * steps,
                            "steps");
        }
    }

    /// Says of the runs that did not get to their last step why.
    ///
    /// @throws IOException where there are such runs
    private static void checkEnded(List<Entry> entries) throws IOException {
        var reasons = new ArrayList<String>();
        for (Entry entry : entries) {
            if (entry.figures().state() != RunState.DONE && !entry.stopped) {
                reasons.add(
                        "The run %s ended as %s after step %d. %s"
                                .formatted(
                                        entry.run.path(),
                                        entry.figures().state().name().toLowerCase(Locale.ROOT),
                                        entry.figures().step(),
                                        entry.figures().message()));
            }
        }
        if (!reasons.isEmpty()) {
            throw new IOException(String.join(System.lineSeparator(), reasons));
        }
    }

    private void look(Entry entry, List<Entry> entries, Output output) throws IOException {
        entry.latest = entry.watch.look();
        for (RunEvent event : entry.latest.fresh()) {
            if (event instanceof RunEvent.Evaluated evaluated) {
                output.say(EvaluationLine.of(entry.start(), evaluated));
            }
        }
        if (stopHopeless && !entry.stopped && hopeless(entry, entries)) {
            entry.stopped = true;
            entry.run.requestStop();
            output.say(
                    "%s (seed %d) is no better than training from scratch and stops."
                            .formatted(entry.start(), entry.seed));
        }
    }

    private boolean hopeless(Entry entry, List<Entry> entries) {
        return entries.stream()
                .filter(other -> other != entry && other.isBaselineOf(entry))
                .anyMatch(
                        scratch ->
                                Hopeless.is(
                                        entry.figures().evaluations(),
                                        steps,
                                        scratch.figures().evaluations()));
    }

    /// The curves of the first seed and rate, with the recorded baseline.
    private static List<LossPicture.Curve> curves(
            Optional<Entry> recorded, List<Entry> entries, String against) {
        Entry first = entries.getFirst();
        var curves = new ArrayList<LossPicture.Curve>();
        recorded.ifPresent(entry -> curves.add(curve(entry, against)));
        entries.stream()
                .filter(entry -> entry.seed == first.seed && entry.rate == first.rate)
                .forEach(entry -> curves.add(curve(entry, against)));
        return curves;
    }

    private static LossPicture.Curve curve(Entry entry, String against) {
        return new LossPicture.Curve(
                entry.start(), entry.figures().evaluations(), entry.start().equals(against));
    }

    private static String text(Answer answer, String against) {
        var table =
                new TextTable(
                        "start",
                        "rate",
                        "seeds",
                        "tokens",
                        "nats/token",
                        "bits/byte",
                        "tokens saved");
        for (Row row : answer.table()) {
            table.row(
                    row.start(),
                    String.format(Locale.ROOT, "%.1e", row.rate()),
                    row.seeds(),
                    row.tokens(),
                    row.loss(),
                    row.bitsPerByte(),
                    saved(row));
        }
        return "Validation after training; tokens saved against %s, mean (least to most) over seeds:%n%s%nChart: %s"
                .formatted(against, table, answer.chart());
    }

    private static String saved(Row row) {
        RaceTable.Interval saved = row.saved();
        if (saved == null) {
            return "-";
        }
        String mean = String.format(Locale.ROOT, "%.1f %%", 100 * saved.mean());
        return row.seeds() == 1
                ? mean
                : String.format(
                        Locale.ROOT,
                        "%s (%.1f to %.1f)",
                        mean,
                        100 * saved.least(),
                        100 * saved.most());
    }
}
