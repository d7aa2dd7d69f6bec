package org.clpworkbench.cli;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.PastTransfers;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.transfer.TransferSpec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `transfer`: makes the model of the target language.
@Command(
        name = "transfer",
        description = "Gives a model the vocabulary of a helper in another language.")
final class TransferCommand extends Subcommand {
    @Mixin private ModelPairOptions models;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write the new model to.")
    private Path out;

    @Mixin private RecipeOptions how;

    @Mixin private TextOptions texts;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Seed of what is drawn at random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--pad-to",
            defaultValue = "1",
            paramLabel = "N",
            description = "Round the rows up to a multiple of N (default: ${DEFAULT-VALUE}).")
    private int padTo;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Option(names = "--overwrite", description = "Replace the folder if it exists.")
    private boolean overwrite;

    /// @param seconds empty where no transfer of this kind was measured
    private record Planned(boolean dryRun, Path out, TransferPlan plan, Optional<Double> seconds) {}

    private record Done(Path out, TransferReport report) {}

    @Override
    void execute(Output output) throws IOException {
        if (padTo < 1) {
            throw wrongUsage("--pad-to must be at least 1, not " + padTo + ".");
        }
        Recipe recipe = how.recipe();
        var given = texts.checked(recipe.space());
        var spec =
                new TransferSpec(
                        models.source(),
                        models.helper(),
                        out,
                        recipe,
                        given,
                        seed,
                        padTo,
                        overwrite);
        if (dryRun) {
            TransferPlan plan = CrossLingualTransfer.plan(spec, output.progress());
            var past = past(spec.target());
            Optional<Duration> time = past.time(recipe, plan.effort());
            String rough = roughly(past.rough(recipe, plan.effort()));
            plan.refusal(spec.target()).map(Sentence::inEnglish).ifPresent(output::say);
            output.answer(
                    new Planned(true, spec.target(), plan, time.map(TransferCommand::seconds)),
                    text(plan, time.map(TransferCommand::words).orElse(rough), spec));
        } else {
            TransferReport report = CrossLingualTransfer.run(spec, output.progress());
            report.warnings().forEach(output::say);
            output.answer(new Done(spec.target(), report), text(report, spec));
        }
    }

    /// Beside the new model, and in the workspace.
    private static PastTransfers past(Path target) {
        return PastTransfers.in(List.of(target.resolveSibling(""), Workspace.standard().models()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /// @param time that it takes, in words
    private static String text(TransferPlan plan, String time, TransferSpec spec) {
        return String.format(
                Locale.ROOT,
                """
                Would write %s by %s:
                  %,d anchors (%,d special tokens), %,d missing%s, %,d padding: %,d rows × %,d
                  computed anew: %s; copied: %d tensors%s
                  %.1f MB on disk (%.1f GB free), about %.1f MB of memory
                  %s
                """,
                spec.target(),
                plan.method(),
                plan.anchors(),
                plan.specials(),
                plan.missing(),
                drawn(plan),
                plan.padding(),
                plan.rows(),
                plan.width(),
                String.join(", ", plan.vocabularyTensors()),
                plan.copiedTensors(),
                plan.drawnTensors() == 0 ? "" : "; drawn anew: all other " + plan.drawnTensors(),
                plan.outputBytes() / 1e6,
                plan.freeDiskBytes() / 1e9,
                plan.memoryBytes() / 1e6,
                time);
    }

    private static String drawn(TransferPlan plan) {
        return plan.drawn() == 0
                ? ""
                : String.format(Locale.ROOT, " (at least %,d of them drawn)", plan.drawn());
    }

    private static String words(Duration time) {
        return "about " + amount(time) + ", at the pace of the last transfer of this kind here";
    }

    private static String roughly(Duration guess) {
        return "roughly "
                + amount(guess)
                + ", a first guess: no transfer of this kind was measured here yet";
    }

    private static String amount(Duration time) {
        double seconds = seconds(time);
        return seconds < 90
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    private static String text(TransferReport report, TransferSpec spec) {
        var counts = report.counts();
        Double explained = report.leaveOneOutR2();
        String fit =
                explained == null
                        ? ""
                        : String.format(
                                Locale.ROOT, "  leave-one-out R² of the map %.3f%n", explained);
        var covered = report.coverage();
        String coverage =
                covered == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "  anchors cover %.1f %% of %,d running tokens%n",
                                100 * covered.share(),
                                covered.tokens());
        return String.format(
                        Locale.ROOT,
                        """
                        Wrote %s by %s in %.1f s (%.1f MB):
                          %,d anchors, %,d missing (%d of them drawn), %,d padding: %,d rows × %,d
                          neighbour agreement@10: missing tokens %.3f, all %.3f, anchors %.3f
                          collapse %.3f, directions %.0f (source %.0f), effective anchors %.1f
                          row norms: source %.3f, missing %.3f (medians); largest ratio %.2f
                          checked: %d tensors and %,d anchor rows bit for bit the source's
                        """,
                        spec.target(),
                        report.method(),
                        report.seconds(),
                        report.outputBytes() / 1e6,
                        counts.anchors(),
                        counts.missing(),
                        counts.fallback(),
                        counts.padding(),
                        counts.rows(),
                        counts.width(),
                        report.agreement().missing(),
                        report.agreement().tokens(),
                        report.agreement().anchors(),
                        report.collapse(),
                        report.rank(),
                        report.sourceRank(),
                        report.effectiveAnchors(),
                        report.sourceNorms().median(),
                        report.missingNorms().median(),
                        report.largestNormRatio(),
                        report.check().unchangedTensors(),
                        report.check().anchorRows())
                + fit
                + coverage;
    }
}
