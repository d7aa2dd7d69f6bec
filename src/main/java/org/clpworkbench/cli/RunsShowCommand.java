package org.clpworkbench.cli;

import org.clpworkbench.run.Provenance;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.TrainingSpec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// `runs show`: what a run was asked for, how far it is, and its validation losses.
@Command(name = "show", description = "Shows one run: its settings, state and validation losses.")
final class RunsShowCommand extends Subcommand {
    @Parameters(
            paramLabel = "RUN",
            description = "Run folder, or the name of one in the workspace.")
    private Path name;

    private record Answer(
            RunSummary summary,
            TrainingSpec spec,
            Provenance provenance,
            List<RunEvent.Evaluated> evaluations) {}

    @Override
    void execute(Output output) throws IOException {
        RunFolder run = NamedRun.open(name);
        var evaluations = new TrainingFigures(run.events()).evaluations();
        var answer = new Answer(RunSummary.of(run), run.spec(), run.provenance(), evaluations);
        output.answer(answer, text(answer));
    }

    private static String text(Answer answer) {
        RunSummary run = answer.summary();
        TrainingSpec spec = answer.spec();
        String lines =
                answer.evaluations().stream()
                        .map(evaluated -> EvaluationLine.of(run.name(), evaluated))
                        .collect(Collectors.joining("\n"));
        return String.format(
                        Locale.ROOT,
                        """
                        %s is %s at step %,d of %,d. %s
                          model      %s
                          text       %s
                          validation %s
                          batch %d × %d tokens, peak rate %s, seed %d, %s on %s
                          made by %s, %s, Java %s
                        """,
                        run.folder(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        run.step(),
                        run.steps(),
                        run.message(),
                        spec.model(),
                        spec.text(),
                        spec.validation(),
                        spec.batch(),
                        spec.context(),
                        spec.optimisation().learningRate(),
                        spec.seed(),
                        spec.execution().precision().name().toLowerCase(Locale.ROOT),
                        spec.execution().device(),
                        answer.provenance().programVersion(),
                        answer.provenance().engine(),
                        answer.provenance().java())
                + lines;
    }
}
