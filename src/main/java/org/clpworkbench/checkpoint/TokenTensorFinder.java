package org.clpworkbench.checkpoint;

import org.clpworkbench.checkpoint.TokenTensor.Role;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.TensorEntry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the tensors with a row per token: by name where the model's layout is known, else by the
/// shape that config.json confirms, helped by words in their names.
final class TokenTensorFinder {
    private static final Pattern EMBEDDING_WORD = Pattern.compile("(?i).*(emb|wte|shared).*");
    private static final Pattern HEAD_WORD =
            Pattern.compile("(?i).*(head|output|unembed|embed_out|decoder\\.weight|logits).*");
    private static final Pattern BIAS_WORD =
            Pattern.compile("(?i).*(head|output|predictions|vocab|logits).*bias");
    private static final Pattern NUMBERED = Pattern.compile(".*\\.\\d+\\..*");

    /// Added to the scores of encoder–decoder models (BART, Marian), 1 × vocabulary.
    private static final String LOGITS_BIAS = "final_logits_bias";

    private final Path folder;
    private final ModelConfig config;
    private final List<TensorEntry> entries;
    private final long rows;

    TokenTensorFinder(Path folder, ModelConfig config, Collection<TensorEntry> entries) {
        this.folder = folder;
        this.config = config;
        this.entries = List.copyOf(entries);
        rows = config.vocabularySize();
    }

    /// The input embedding, then heads, then biases; duplicates of tied ones are among them.
    ///
    /// @throws CheckpointException when there is no input embedding, or one of these has another
    ///   shape than config.json says
    List<TokenTensor> find() throws CheckpointException {
        Optional<ModelLayout> layout = config.layout();
        return layout.isPresent() ? byName(layout.get()) : byShape();
    }

    private List<TokenTensor> byName(ModelLayout layout) throws CheckpointException {
        var found = new ArrayList<TokenTensor>();
        found.add(new TokenTensor(namedEmbedding(layout), Role.EMBEDDING));
        for (String name : layout.heads()) {
            for (TensorEntry head : named(name).toList()) {
                check(head, List.of(matrix()));
                found.add(new TokenTensor(head, Role.HEAD));
            }
        }
        for (String name :
                Stream.concat(layout.biases().stream(), Stream.of(LOGITS_BIAS)).toList()) {
            for (TensorEntry bias : named(name).toList()) {
                check(bias, vectors());
                found.add(new TokenTensor(bias, Role.BIAS));
            }
        }
        return found;
    }

    private TensorEntry namedEmbedding(ModelLayout layout) throws CheckpointException {
        List<TensorEntry> named = named(layout.embedding()).toList();
        if (named.size() == 1) {
            check(named.getFirst(), List.of(matrix()));
            return named.getFirst();
        }
        throw new CheckpointException(
                Sentence.of(
                        TokenTensorFinder.class,
                        named.isEmpty() ? "embedding.none" : "embedding.many",
                        folder,
                        layout.embedding(),
                        config.modelType()));
    }

    private Stream<TensorEntry> named(String name) {
        return entries.stream().filter(entry -> ModelLayout.ends(entry.name(), name));
    }

    private List<TokenTensor> byShape() throws CheckpointException {
        List<TensorEntry> heads = unnumbered(HEAD_WORD, matrix()::equals);
        List<TensorEntry> embeddings =
                new ArrayList<>(unnumbered(EMBEDDING_WORD, matrix()::equals));
        embeddings.removeAll(heads);
        if (embeddings.size() != 1 || heads.size() > 1) {
            throw new CheckpointException(
                    Sentence.of(
                            TokenTensorFinder.class,
                            "embedding.unknown",
                            folder,
                            config.modelType(),
                            matrix(),
                            candidates()));
        }
        var found = new ArrayList<TokenTensor>();
        found.add(new TokenTensor(embeddings.getFirst(), Role.EMBEDDING));
        heads.forEach(head -> found.add(new TokenTensor(head, Role.HEAD)));
        unnumbered(BIAS_WORD, vectors()::contains)
                .forEach(bias -> found.add(new TokenTensor(bias, Role.BIAS)));
        return found;
    }

    /// Tensors outside the numbered layers whose name has a word and whose shape fits.
    private List<TensorEntry> unnumbered(Pattern word, Predicate<List<Long>> shape) {
        return entries.stream()
                .filter(entry -> word.matcher(entry.name()).matches())
                .filter(entry -> !NUMBERED.matcher(entry.name()).matches())
                .filter(entry -> shape.test(entry.shape()))
                .toList();
    }

    private Object candidates() {
        String names =
                entries.stream()
                        .filter(entry -> entry.shape().equals(matrix()))
                        .map(TensorEntry::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Sentence.of(TokenTensorFinder.class, "embedding.candidates")
                : names;
    }

    private List<List<Long>> vectors() {
        return List.of(List.of(rows), List.of(1L, rows));
    }

    private List<Long> matrix() {
        return List.of(rows, (long) config.embeddingWidth());
    }

    private void check(TensorEntry entry, List<List<Long>> shapes) throws CheckpointException {
        if (!shapes.contains(entry.shape())) {
            throw new CheckpointException(
                    Sentence.of(
                            TokenTensorFinder.class,
                            "embedding.shape",
                            folder,
                            entry.name(),
                            entry.shape(),
                            ModelConfig.FILE,
                            shapes.getFirst()));
        }
    }
}
