package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.CanonicalToken;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Vocabulary;
import org.clpworkbench.wordvectors.BilingualVectors;
import org.clpworkbench.wordvectors.LanguageText;
import org.clpworkbench.wordvectors.StaticVectors;
import org.clpworkbench.wordvectors.Text;
import org.clpworkbench.wordvectors.TokenVectors;
import org.clpworkbench.wordvectors.VectorSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The space of one transfer. Static vectors are trained once, for all matrices.
final class OpenSpace {
    private final TransferSpec spec;
    private final Pair pair;
    private final Progress progress;
    private Optional<TrainedVectors> trained = Optional.empty();

    OpenSpace(TransferSpec spec, Pair pair, Progress progress) {
        this.spec = spec;
        this.pair = pair;
        this.progress = progress;
    }

    /// @param helper the helper's matrix that goes with the tensor to be made
    /// @throws IOException when a text cannot be read, or teaches nothing
    SpaceVectors vectors(Tensor helper) throws IOException {
        Space space = spec.recipe().space();
        return switch (space) {
            case HELPER, HELPER_CENTERED ->
                    new HelperVectors(
                            TokenRows.of(helper, helper.entry().shape().getFirst()),
                            pair.overlap(),
                            space == Space.HELPER_CENTERED);
            case STATIC_TARGET, STATIC_BILINGUAL -> trained(space);
        };
    }

    private TrainedVectors trained(Space space) throws IOException {
        if (trained.isEmpty()) {
            try {
                trained = Optional.of(space == Space.STATIC_TARGET ? targetVectors() : bilingual());
            } catch (UncheckedIOException unreadable) {
                throw unreadable.getCause();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
        return trained.get();
    }

    private TrainedVectors targetVectors() throws IOException, InterruptedException {
        Path text = spec.texts().target().orElseThrow();
        try (var tokenizer = ModelTokenizer.open(pair.helper().folder());
                var reader = Files.newBufferedReader(text)) {
            TokenVectors vectors =
                    StaticVectors.ofTokens(
                            () -> new TokenSequences(reader, tokenizer),
                            pair.overlap().target().idRange(),
                            VectorSpec.ofTokens(spec.seed()),
                            progress);
            if (vectors.present().isEmpty()) {
                throw new TransferException(
                        Sentence.of(
                                OpenSpace.class,
                                "text.short",
                                text,
                                VectorSpec.ofTokens(0).minCount()));
            }
            return TrainedVectors.of(vectors, pair.overlap());
        }
    }

    private TrainedVectors bilingual() throws IOException, InterruptedException {
        try (var source = ModelTokenizer.open(pair.source().folder());
                var target = ModelTokenizer.open(pair.helper().folder())) {
            var both =
                    BilingualVectors.train(
                            language(spec.texts().source(), source),
                            language(spec.texts().target(), target),
                            spec.texts().dictionary().orElseThrow(),
                            VectorSpec.ofWords(spec.seed()),
                            progress);
            return TrainedVectors.of(both, pair.source().config().vocabularySize());
        }
    }

    private static LanguageText language(Optional<Path> text, ModelTokenizer tokenizer) {
        Vocabulary vocabulary = tokenizer.vocabulary();
        return new LanguageText(
                Text.of(text.orElseThrow()),
                tokenizer::encode,
                id -> vocabulary.canonical(id).map(CanonicalToken::text).orElse(""),
                vocabulary.idRange());
    }
}
