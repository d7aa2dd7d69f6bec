package org.clpworkbench.race;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.data.Objective;
import org.clpworkbench.data.Tokens;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Architecture;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.training.Evaluation;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Transfers by every method in turn and measures each before any training. One model lies on the
/// disk at a time.
public final class MethodComparison {
    private static final int BATCH = 8;

    /// Tokens that a loss is measured in windows of, where the model takes as many.
    private static final int LONGEST = 1024;

    private MethodComparison() {}

    /// What a loss has to be held against.
    public static TextEntropy entropy(Comparison comparison) throws IOException {
        try (var tokenizer = ModelTokenizer.open(comparison.helper())) {
            Tokens tokens = Corpus.tokens(comparison.validation(), tokenizer, 2);
            int count = (int) Math.min(tokens.length(), comparison.tokens());
            return TextEntropy.of(tokens.slice(0, count), tokenizer.vocabulary().idRange());
        }
    }

    /// @param found is told each method as soon as it is measured
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left
    public static List<ComparedMethod> run(
            Comparison comparison, Progress progress, Consumer<ComparedMethod> found)
            throws IOException {
        Path folder = Files.createTempDirectory("clp-comparison");
        try {
            var compared = new ArrayList<ComparedMethod>();
            for (String method : comparison.methods()) {
                progress.checkCancelled();
                ComparedMethod one = one(comparison, method, folder.resolve(method), progress);
                compared.add(one);
                found.accept(one);
            }
            return compared;
        } finally {
            WholeFiles.delete(folder);
        }
    }

    private static ComparedMethod one(
            Comparison comparison, String method, Path target, Progress progress)
            throws IOException {
        var spec =
                new TransferSpec(
                        comparison.source(),
                        comparison.helper(),
                        target,
                        Recipe.of(method),
                        comparison.texts(),
                        comparison.seed(),
                        1,
                        false);
        var report = CrossLingualTransfer.run(spec, progress);
        progress.stage("Measuring " + method);
        var made = ComparedMethod.of(report, evaluation(target, comparison));
        WholeFiles.delete(target);
        return made;
    }

    private static Optional<Evaluation> evaluation(Path model, Comparison comparison)
            throws IOException {
        if (!Architecture.MODEL_TYPES.contains(ModelConfig.read(model).modelType())) {
            return Optional.empty();
        }
        try (var tokenizer = ModelTokenizer.open(model);
                var measured =
                        LanguageModel.open(model, Devices.parse("auto"), Precision.FLOAT32)) {
            int context = Math.min(LONGEST, measured.context());
            Objective objective = Objective.of(measured.causal(), tokenizer);
            Tokens tokens =
                    Corpus.tokens(comparison.validation(), tokenizer, objective.needed(context));
            var windows =
                    HeldOutWindows.of(
                            tokens, tokenizer, objective, BATCH, context, comparison.tokens());
            return Optional.of(Evaluation.of(measured, windows));
        }
    }
}
