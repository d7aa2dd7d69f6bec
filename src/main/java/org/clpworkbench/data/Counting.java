package org.clpworkbench.data;

import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Job;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Counts what a data set's texts are like to a tokenizer, and keeps nothing.
///
/// @param inputs files, folders and patterns
/// @param model folder with the tokenizer
public record Counting(List<String> inputs, DataChoices choices, Path model)
        implements Job<DataStatistics> {
    /// One hands over while the other takes in.
    private static final int THREADS = 2;

    public Counting {
        inputs = List.copyOf(inputs);
    }

    /// @throws IOException when a file is malformed, or a side of the split would be empty
    /// @throws java.util.concurrent.CancellationException when cancelled
    @Override
    public DataStatistics run(Progress progress) throws IOException {
        try (var tokenizer = ModelTokenizer.open(model);
                var documents = new Documents(TextFiles.find(inputs), choices)) {
            DataStatistics counted =
                    new Tokenizing(tokenizer, (_, _) -> {}, THREADS, progress)
                            .run(documents, new Selection(choices));
            Sides.of(counted).check(inputs, choices);
            return counted;
        }
    }
}
