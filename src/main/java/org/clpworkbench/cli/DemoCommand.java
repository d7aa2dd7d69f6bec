package org.clpworkbench.cli;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.embedded.EmbeddedDemo.Target;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.Race;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.RunFigures;
import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.RunWatch;
import org.clpworkbench.race.Start;
import org.clpworkbench.run.LossPicture;
import org.clpworkbench.run.LossPicture.Curve;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.StepTime;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.vocab.Coverage;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/// `demo`: the main job on the embedded models. English becomes German or Spanish, and the
/// transferred model is trained beside one from scratch on the same batches.
@Command(
        name = "demo",
        description =
                "Transfers the embedded English model to German or Spanish and trains it beside"
                        + " one from scratch.")
final class DemoCommand extends Subcommand {
    private static final String BASELINE = "random";
    private static final String PICTURE = "demo-loss.png";
    private static final int BATCH = 8;
    private static final int CONTEXT = 256;
    private static final String DEVICE = "auto";
    private static final long LOOK_MILLIS = 200;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for models, runs and the chart (default: the workspace).")
    private @Nullable Path out;

    @Option(
            names = "--target",
            paramLabel = "LANGUAGE",
            defaultValue = "german",
            description = "Language of the model: german or spanish (default: ${DEFAULT-VALUE}).")
    private Language language = Language.GERMAN;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Training steps of each run (default: as many as end within three minutes"
                            + " here, 80 at most).")
    private @Nullable Integer steps;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Seed of the transfers and the order of the text (default: ${DEFAULT-VALUE}).")
    private long seed;

    private enum Language {
        GERMAN("German"),
        SPANISH("Spanish");

        private final String english;

        Language(String english) {
            this.english = english;
        }

        Target of(EmbeddedDemo demo) {
            return switch (this) {
                case GERMAN -> demo.german();
                case SPANISH -> demo.spanish();
            };
        }
    }

    private record Shared(int sourceTokens, int targetTokens, int anchors, Coverage coverage) {}

    private record Runner(
            String method,
            Path run,
            RunState state,
            double loss,
            double bitsPerByte,
            double tokensPerSecond,
            @Nullable Double tokensSaved) {}

    private record Answer(Shared overlap, List<Runner> runs, Path chart) {}

    @Override
    void execute(Output output) throws IOException, InterruptedException {
        if (steps != null && steps < 1) {
            throw wrongUsage("--steps must be at least 1, not " + steps + ".");
        }
        var workspace = out == null ? Workspace.standard() : new Workspace(out.toAbsolutePath());
        var demo = EmbeddedDemo.unpack(workspace.embedded());
        Target target = language.of(demo);
        Shared shared = overlap(demo.source(), target);
        output.say(text(shared));
        int length = steps != null ? steps : fittingSteps(demo, output);
        var race =
                new RaceSpec(
                        Start.transferred(
                                demo.source(),
                                target.helper(),
                                List.of(BASELINE, Methods.DEFAULT),
                                TransferTexts.NONE),
                        DataSet.of(target.training(), target.validation()),
                        length,
                        BATCH,
                        CONTEXT,
                        Optimisation.standard(length),
                        Trainable.ALL,
                        seed,
                        new Execution(Precision.suited(DEVICE), DEVICE),
                        Rhythm.standard(length));
        List<RunFolder> folders = Race.start(List.of(race), workspace, output.progress());
        List<RunLook> runs = new ArrayList<>();
        for (RunFolder folder : folders) {
            runs.add(follow(folder, output));
        }
        Path picture = workspace.folder().resolve(PICTURE);
        LossPicture.write(runs.stream().map(DemoCommand::curve).toList(), picture);
        var answer = new Answer(shared, runners(runs), picture);
        output.answer(answer, text(answer));
    }

    private static int fittingSteps(EmbeddedDemo demo, Output output) throws IOException {
        output.progress().stage("Measuring this machine");
        double seconds =
                StepTime.measure(
                        demo.source(),
                        BATCH,
                        CONTEXT,
                        new Execution(Precision.suited(DEVICE), DEVICE));
        int fitting = DemoLength.steps(seconds);
        output.say(
                "A step takes %s s here; each run trains %d steps (--steps for another number)."
                        .formatted(String.format(Locale.ROOT, "%.2f", seconds), fitting));
        return fitting;
    }

    private static Shared overlap(Path from, Target target) throws IOException {
        try (var source = ModelTokenizer.open(from);
                var helper = ModelTokenizer.open(target.helper())) {
            var overlap = Overlap.of(source.vocabulary(), helper.vocabulary(), Matching.EXACT);
            String sample = Files.readString(target.validation());
            return new Shared(
                    overlap.source().size(),
                    overlap.target().size(),
                    overlap.anchors().size(),
                    Coverage.of(sample, source, helper, overlap));
        }
    }

    private String text(Shared shared) {
        return String.format(
                Locale.ROOT,
                """
                English → %1$s: %2$,d of the %3$,d %1$s tokens (%4$.0f %%) are English tokens too, and so are %5$.0f %% of running text.
                A %1$s word takes %6$.2f tokens with the English tokenizer, %7$.2f with the %1$s one.\
                """,
                language.english,
                shared.anchors(),
                shared.targetTokens(),
                100.0 * shared.anchors() / shared.targetTokens(),
                100 * shared.coverage().anchorShare(),
                shared.coverage().sourceTokensPerWord(),
                shared.coverage().targetTokensPerWord());
    }

    /// Tells of a run until it ends; cancelled, it asks the run to stop.
    private static RunLook follow(RunFolder folder, Output output)
            throws IOException, InterruptedException {
        String method = folder.provenance().method();
        var watch = new RunWatch(folder);
        output.progress().stage("Training " + method);
        while (true) {
            RunLook look = watch.look();
            for (RunEvent event : look.fresh()) {
                if (event instanceof RunEvent.Evaluated evaluated) {
                    output.say(EvaluationLine.of(method, evaluated));
                }
            }
            RunFigures figures = look.figures();
            output.progress().update(figures.step(), figures.steps(), "steps");
            if (!figures.state().live()) {
                requireDone(look);
                return look;
            }
            if (output.progress().cancelled()) {
                folder.requestStop();
                throw new CancellationException();
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void requireDone(RunLook look) throws IOException {
        RunFigures figures = look.figures();
        if (figures.state() != RunState.DONE) {
            throw new IOException(
                    "The run %s ended as %s after step %d. %s See worker.log in its folder."
                            .formatted(
                                    look.run().path(),
                                    figures.state().name().toLowerCase(Locale.ROOT),
                                    figures.step(),
                                    figures.message()));
        }
    }

    private static Curve curve(RunLook look) {
        String method = look.run().provenance().method();
        return new Curve(method, look.figures().evaluations(), method.equals(BASELINE));
    }

    private static List<Runner> runners(List<RunLook> runs) throws IOException {
        RunFigures baseline = runs.getFirst().figures();
        var runners = new ArrayList<Runner>();
        for (RunLook look : runs) {
            RunFigures figures = look.figures();
            String method = look.run().provenance().method();
            OptionalDouble saved =
                    method.equals(BASELINE) ? OptionalDouble.empty() : figures.saved(baseline);
            runners.add(
                    new Runner(
                            method,
                            look.run().path(),
                            figures.state(),
                            figures.validation(),
                            figures.bitsPerByte(),
                            new TrainingFigures(look.run().events()).medianTokensPerSecond(),
                            saved.isPresent() ? saved.getAsDouble() : null));
        }
        return runners;
    }

    private static String text(Answer answer) {
        var table = new TextTable("start", "loss", "bits/byte", "tokens/s", "tokens saved");
        for (Runner run : answer.runs()) {
            table.row(
                    run.method(),
                    run.loss(),
                    run.bitsPerByte(),
                    Math.round(run.tokensPerSecond()),
                    run.tokensSaved() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.0f %%", 100 * run.tokensSaved()));
        }
        return "Validation after training (loss in nats per token):\n%s\nChart: %s"
                .formatted(table, answer.chart());
    }
}
