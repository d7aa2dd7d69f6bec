package org.clpworkbench.cli;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.compute.NearestNeighbours;
import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Vocabulary;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `neighbours`: the tokens whose embeddings lie next to a token's.
@Command(
        name = "neighbours",
        description = "Lists the nearest tokens, by cosine, in a model's input embedding.")
final class NeighboursCommand extends Subcommand {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "The model.")
    private Path model;

    @ArgGroup(multiplicity = "1")
    private Asked asked;

    /// One token, or all of them.
    private static final class Asked {
        @Option(
                names = "--token",
                required = true,
                paramLabel = "STRING",
                description = "The token as the tokenizer spells it, or its text; #N for number N.")
        private @Nullable String token;

        @Option(
                names = "--all",
                required = true,
                paramLabel = "FILE",
                description = "Write the neighbours of every token to FILE, as CSV.")
        private @Nullable Path all;
    }

    @Option(
            names = "-k",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    private record Shown(int id, String token, String display) {
        static Shown of(int id, Vocabulary vocabulary) {
            return new Shown(id, vocabulary.token(id).orElse(""), vocabulary.display(id));
        }
    }

    private record Near(int id, String token, String display, double cosine) {
        static Near of(NearestNeighbours.Neighbour found, Vocabulary vocabulary) {
            Shown shown = Shown.of(found.row(), vocabulary);
            return new Near(shown.id, shown.token, shown.display, found.cosine());
        }
    }

    private record Answer(Path model, Shown token, List<Near> neighbours) {}

    private record Exported(Path model, Path file, int tokens, int neighbours) {}

    @Override
    void execute(Output output) throws IOException {
        if (count < 1) {
            throw wrongUsage("-k must be at least 1, not " + count + ".");
        }
        String token = asked.token;
        if (token == null) {
            export(Objects.requireNonNull(asked.all), output);
            return;
        }
        try (var checkpoint = Checkpoint.open(model);
                var tokenizer = ModelTokenizer.open(model)) {
            Vocabulary vocabulary = tokenizer.vocabulary();
            int id = find(token, tokenizer);
            Tensor embedding = checkpoint.tensor(checkpoint.inputEmbedding());
            int rows = checkpoint.config().vocabularySize();
            if (id >= rows) {
                throw new IllegalArgumentException(
                        "Token %d has no row: the embedding of %s has %d."
                                .formatted(id, model, rows));
            }
            int width = checkpoint.config().embeddingWidth();
            try (var nearest = new NearestNeighbours(embedding.floats(), rows, width)) {
                var found =
                        nearest.of(id, Math.min(count, rows - 1)).stream()
                                .map(each -> Near.of(each, vocabulary))
                                .toList();
                var table = new TextTable("token", "id", "cosine");
                found.forEach(each -> table.row(each.display, each.id, each.cosine));
                Shown shown = Shown.of(id, vocabulary);
                output.answer(
                        new Answer(model, shown, found),
                        "Nearest to %s (%d):\n%s".formatted(shown.display, id, table));
            }
        }
    }

    private void export(Path file, Output output) throws IOException {
        try (var checkpoint = Checkpoint.open(model)) {
            Vocabulary vocabulary = Vocabulary.read(model);
            Tensor embedding = checkpoint.tensor(checkpoint.inputEmbedding());
            int width = Math.toIntExact(embedding.entry().shape().getLast());
            var progress = output.progress();
            progress.stage("Comparing all tokens");
            var found =
                    NeighbourSearch.all(
                            Rows.of(embedding.floats(), width),
                            count,
                            (done, total) -> {
                                progress.checkCancelled();
                                progress.update(done, total, "blocks");
                            });
            int tokens = new NeighbourTable(vocabulary, found).write(file);
            output.answer(
                    new Exported(model, file, tokens, count),
                    "Wrote the %d nearest of %,d tokens to %s.".formatted(count, tokens, file));
        }
    }

    /// The token's id by its number, its spelling, or as the one token of its text, at the start of
    /// a word or within one.
    private int find(String token, ModelTokenizer tokenizer) {
        Vocabulary vocabulary = tokenizer.vocabulary();
        if (token.matches("#\\d{1,9}")) {
            int id = Integer.parseInt(token.substring(1));
            if (vocabulary.token(id).isPresent()) {
                return id;
            }
            throw new IllegalArgumentException("%s has no token %d.".formatted(model, id));
        }
        var spelled = vocabulary.id(token);
        if (spelled.isPresent()) {
            return spelled.getAsInt();
        }
        Optional<int[]> single =
                Stream.of(" " + token, token)
                        .map(tokenizer::encode)
                        .filter(ids -> ids.length == 1)
                        .findFirst();
        return single.orElseThrow(
                        () -> {
                            String pieces =
                                    Arrays.stream(tokenizer.encode(" " + token))
                                            .mapToObj(vocabulary::display)
                                            .collect(Collectors.joining(" "));
                            return new IllegalArgumentException(
                                    "%s has no token \"%s\"; it cuts the text into: %s"
                                            .formatted(model, token, pieces));
                        })[0];
    }
}
