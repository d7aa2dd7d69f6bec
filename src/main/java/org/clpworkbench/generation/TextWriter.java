package org.clpworkbench.generation;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.lm.Generator;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.SpecialRole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A loaded model that continues texts. Native memory: close it. One thread at a time.
public final class TextWriter implements AutoCloseable {
    /// Tokens that are told of at each place.
    private static final int LIKELIEST = 5;

    private static final char NOT_WHOLE = '\uFFFD';

    private final ModelTokenizer tokenizer;
    private final LanguageModel model;
    private final Generator generator;

    private TextWriter(ModelTokenizer tokenizer, LanguageModel model) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.generator = new Generator(model);
    }

    /// @param device auto, cpu, cuda:N or mps
    /// @throws IOException when the folder is no model that the program can run
    /// @throws IllegalArgumentException for a model that fills masked places, or a device that is
    ///   not there
    public static TextWriter open(Path folder, String device) throws IOException {
        var tokenizer = ModelTokenizer.open(folder);
        try {
            var model = LanguageModel.open(folder, Devices.parse(device), Precision.FLOAT32);
            try {
                return new TextWriter(tokenizer, model);
            } catch (IllegalArgumentException refused) {
                model.close();
                throw refused;
            }
        } catch (IOException | RuntimeException failure) {
            tokenizer.close();
            throw failure;
        }
    }

    long parameters() {
        return model.parameterCount();
    }

    /// Continues a text.
    ///
    /// @param goOn is asked after each token
    /// @param each is told of each token
    /// @return all tokens, those of the prompt first; a last one that ends the text is left out
    /// @throws IllegalArgumentException for a prompt without a token
    public int[] write(TextRequest request, BooleanSupplier goOn, Consumer<Written> each) {
        int[] prompt = tokenizer.encode(request.prompt());
        if (prompt.length == 0) {
            throw new ToldArgumentException(Sentence.of(TextWriter.class, "prompt.empty"));
        }
        OptionalInt end = tokenizer.vocabulary().role(SpecialRole.EOS);
        int[] ids = Arrays.copyOf(prompt, prompt.length + request.tokens());
        int[] length = {prompt.length};
        generator.continuation(
                prompt,
                request.tokens(),
                request.sampling(),
                (id, logits) -> {
                    if (end.isPresent() && id == end.getAsInt()) {
                        return false;
                    }
                    ids[length[0]++] = id;
                    each.accept(written(ids, length[0], logits));
                    return goOn.getAsBoolean();
                });
        return Arrays.copyOf(ids, length[0]);
    }

    /// The text of tokens.
    public String text(int[] ids) {
        return tokenizer.decode(ids);
    }

    private Written written(int[] ids, int length, float[] logits) {
        var chances = new Chances(logits);
        String text = tokenizer.added(ids, length - 1, length);
        int whole = text.length();
        while (whole > 0 && text.charAt(whole - 1) == NOT_WHOLE) {
            whole--;
        }
        return new Written(
                text.substring(0, whole),
                likely(ids[length - 1], chances),
                Arrays.stream(chances.likeliest(LIKELIEST))
                        .mapToObj(id -> likely(id, chances))
                        .toList());
    }

    private LikelyToken likely(int id, Chances chances) {
        return new LikelyToken(id, tokenizer.vocabulary().display(id), chances.of(id));
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
