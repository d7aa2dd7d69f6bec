package org.clpworkbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.checkpoint.TokenizerFiles;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.vocab.Vocabulary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// `models show DIR`: config, tensors and tokenizer of one model.
@Command(name = "show", description = "Shows the configuration, tensors and tokenizer of a model.")
final class ModelsShowCommand extends Subcommand {
    @Parameters(
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "A model's folder, or a name that `models list` shows.")
    private Path folder;

    private record Shown(
            ModelSummary model,
            ShownTokenizer tokenizer,
            List<ShownTensor> tensors,
            ObjectNode config) {}

    private record ShownTensor(
            String name, String dtype, List<Long> shape, long bytes, String file) {}

    private record ShownTokenizer(
            int tokens, int idRange, List<String> special, List<String> files) {}

    @Override
    void execute(Output output) throws IOException {
        try (var checkpoint = Checkpoint.open(folder)) {
            var tensors =
                    checkpoint.entries().values().stream()
                            .map(entry -> shown(entry, checkpoint))
                            .toList();
            var shown =
                    new Shown(
                            ModelSummary.of(checkpoint),
                            tokenizer(checkpoint.folder()),
                            tensors,
                            checkpoint.config().json());
            output.answer(shown, text(shown));
        }
    }

    private static ShownTensor shown(TensorEntry entry, Checkpoint checkpoint) {
        return new ShownTensor(
                entry.name(),
                entry.dtype().name(),
                entry.shape(),
                entry.bytes(),
                String.valueOf(checkpoint.holderOf(entry.name()).getFileName()));
    }

    private static ShownTokenizer tokenizer(Path folder) throws IOException {
        var vocabulary = Vocabulary.read(folder);
        var special =
                IntStream.range(0, vocabulary.idRange())
                        .filter(vocabulary::special)
                        .mapToObj(id -> vocabulary.token(id).orElseThrow())
                        .toList();
        var files = TokenizerFiles.in(folder).stream().map(Path::getFileName).map(Path::toString);
        return new ShownTokenizer(vocabulary.size(), vocabulary.idRange(), special, files.toList());
    }

    private static String text(Shown shown) {
        ModelSummary model = shown.model;
        var table = new TextTable("tensor", "type", "shape", "bytes");
        shown.tensors.forEach(
                each -> table.row(each.name, each.dtype, each.shape.toString(), each.bytes));
        return String.format(
                Locale.ROOT,
                """
                %s (%s)
                  %s, %,d parameters, %.1f MB on disk (%s)
                  %d layers, width %d, %d heads, context %s, output head %s
                  vocabulary of %,d rows; tokenizer with %,d tokens, special: %s

                %s\
                """,
                model.name(),
                model.folder(),
                model.modelType(),
                model.parameters(),
                model.bytes() / 1e6,
                model.dtype(),
                model.layers(),
                model.width(),
                model.heads(),
                context(model.contextLength()),
                model.tied() ? "tied" : "of its own",
                model.vocabularySize(),
                shown.tokenizer.tokens,
                String.join(" ", shown.tokenizer.special),
                table);
    }

    private static String context(int tokens) {
        return tokens == 0 ? "without limit" : String.format(Locale.ROOT, "%,d tokens", tokens);
    }
}
