package org.clpworkbench.cli;

import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferReport;
import org.clpworkbench.transfer.TransferSpec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

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

    private record Planned(boolean dryRun, Path out, TransferPlan plan) {}

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
            TransferPlan plan = CrossLingualTransfer.plan(spec);
            output.answer(new Planned(true, spec.target(), plan), text(plan, spec));
        } else {
            TransferReport report = CrossLingualTransfer.run(spec, output.progress());
            report.warnings().forEach(output::say);
            output.answer(new Done(spec.target(), report), text(report, spec));
        }
    }

    private static String text(TransferPlan plan, TransferSpec spec) {
        return String.format(
                Locale.ROOT,
                """
                Would write %s by %s:
                  %,d anchors, %,d missing, %,d padding: %,d rows × %,d
                  computed anew: %s; copied: %d tensors
                  %.1f MB on disk (%.1f GB free), about %.1f MB of memory
                """,
                spec.target(),
                plan.method(),
                plan.anchors(),
                plan.missing(),
                plan.padding(),
                plan.rows(),
                plan.width(),
                String.join(", ", plan.vocabularyTensors()),
                plan.copiedTensors(),
                plan.outputBytes() / 1e6,
                plan.freeDiskBytes() / 1e9,
                plan.memoryBytes() / 1e6);
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
