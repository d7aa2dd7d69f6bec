package org.clpworkbench.helper;

import org.clpworkbench.data.TextSample;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.bpe.BpeFiles;
import org.clpworkbench.vocab.bpe.BpeModel;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.clpworkbench.vocab.bpe.BpeTrainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much text there is for a tokenizer that is still to be trained, measured with one that is
/// trained on the text's beginning alone.
///
/// @param bytes of text in UTF-8
/// @param bytesPerToken UTF-8 bytes that a token stands for, on average
public record TextMeasure(long bytes, double bytesPerToken) {
    /// A million characters of German are told within 6 % of what all 3.3 million give.
    public static final int SAMPLE_CHARACTERS = 1_000_000;

    /// Takes about half a second.
    public static TextMeasure of(TextSample sample, BpeSpec tokenizer, Progress progress)
            throws IOException {
        progress.stage("Measuring tokens on the beginning of the texts");
        Path folder = Files.createTempDirectory("clp-measure");
        try {
            Path text = Files.writeString(folder.resolve("sample.txt"), sample.text());
            BpeModel trained = BpeTrainer.train(List.of(text), tokenizer, progress);
            BpeFiles.write(folder, trained);
            try (var cutting = ModelTokenizer.open(folder)) {
                int tokens = cutting.encodeAll(List.of(sample.text()), progress).getFirst().length;
                int bytes = sample.text().getBytes(StandardCharsets.UTF_8).length;
                return new TextMeasure(sample.bytes(), (double) bytes / Math.max(1, tokens));
            }
        } finally {
            WholeFiles.delete(folder);
        }
    }

    /// Tokens of all the text, about.
    public double tokens() {
        return bytes / bytesPerToken;
    }
}
