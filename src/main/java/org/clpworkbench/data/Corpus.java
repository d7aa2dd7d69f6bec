package org.clpworkbench.data;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text file as running tokens: one in UTF-8, or one that holds token ids already.
public final class Corpus {
    private Corpus() {}

    /// The whole text, which must be UTF-8.
    ///
    /// @throws IOException that names the file, and the byte where it is not UTF-8
    public static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ToldException(Sentence.of(Corpus.class, "text.none", file));
        }
        byte[] bytes = Files.readAllBytes(file);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw new ToldException(Sentence.of(Corpus.class, "text.notUtf8", file, in.position()));
        }
        return out.flip().toString();
    }

    /// The text's token ids; those of a prepared text are mapped from their file.
    ///
    /// @throws IOException when the file cannot be read or has fewer than `least` tokens
    public static Tokens tokens(Path file, ModelTokenizer tokenizer, int least) throws IOException {
        Tokens tokens =
                file.toString().endsWith(PreparedText.ENDING)
                        ? PreparedText.tokens(file, tokenizer)
                        : Tokens.of(tokenizer.encode(text(file)));
        if (tokens.length() < least) {
            throw new ToldException(
                    Sentence.of(Corpus.class, "text.short", file, tokens.length(), least));
        }
        return tokens;
    }
}
