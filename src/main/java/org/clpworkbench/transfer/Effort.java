package org.clpworkbench.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How much a transfer has to do, in amounts that its time grows with.
///
/// @param textBytes of texts that are read: all of those that vectors are trained on, else the
///   beginning that coverage is counted in
/// @param products of two numbers, about: for the new rows, and for the neighbours that are looked
///   at afterwards
/// @param outputBytes that are written, and read back
public record Effort(long textBytes, double products, long outputBytes) {
    /// @param rows of the new matrices
    /// @param made the tensors that are computed anew, the input embedding first
    static Effort of(
            TransferSpec spec, Pair pair, int rows, List<VocabularyTensor> made, long outputBytes)
            throws IOException {
        double helperWidth = pair.helper().config().embeddingWidth();
        int width = made.getFirst().width();
        double products = (double) Agreement.sample(rows, width) * rows * (helperWidth + width);
        for (VocabularyTensor tensor : made) {
            products += combined(spec.recipe(), pair, helperWidth, tensor.width());
        }
        return new Effort(textBytes(spec), products, outputBytes);
    }

    private static double combined(Recipe recipe, Pair pair, double helperWidth, double width) {
        double missing = pair.overlap().missing().size();
        double anchors = pair.overlap().anchors().size();
        var weighting = Methods.weighting(recipe.weighting());
        if (weighting.baseline()) {
            return missing * width;
        }
        return weighting.comparesAllPairs()
                ? missing * anchors * (helperWidth + width)
                : (missing + anchors) * helperWidth * width;
    }

    private static long textBytes(TransferSpec spec) throws IOException {
        TransferTexts texts = spec.texts();
        return switch (spec.recipe().space()) {
            case HELPER, HELPER_CENTERED -> Math.min(SampleText.CHARACTERS, bytes(texts.target()));
            case STATIC_TARGET -> bytes(texts.target());
            case STATIC_BILINGUAL -> bytes(texts.target()) + bytes(texts.source());
        };
    }

    /// A text that is not there is told of when it is read.
    private static long bytes(Optional<Path> text) throws IOException {
        return text.isPresent() && Files.isRegularFile(text.get()) ? Files.size(text.get()) : 0;
    }

    /// How unlike the sizes of two models are: 0 where they are the same.
    double distance(Effort other) {
        return Math.abs(Math.log((double) outputBytes / other.outputBytes));
    }
}
