package org.clpworkbench.helper;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How large a GPT-2 is, beside its vocabulary and context.
///
/// @param width numbers a token, a multiple of 32
public record HelperSize(int layers, int width) {
    /// What people may choose from, in parameters.
    public static final List<String> PRESETS = List.of("5M", "20M", "100M");

    private static final Pattern MILLIONS = Pattern.compile("(\\d{1,5})M");
    private static final int WIDTH_STEP = 64;
    private static final int WIDEST = 8192;
    private static final int NARROWEST_HEAD = 32;
    private static final int USUAL_HEAD = 64;

    /// From this width on a head has GPT-2's 64 numbers; a narrow model needs several heads more.
    private static final int WIDE = 256;

    /// A size is near enough when it is off by this share at most.
    private static final double NEAR = 0.05;

    /// Width to layers in GPT-2: 768 to 12.
    private static final double USUAL_ASPECT = 64;

    public HelperSize {
        if (layers < 1) {
            throw new ToldArgumentException(Sentence.of(HelperSize.class, "size.layers", layers));
        }
        if (width < NARROWEST_HEAD || width % NARROWEST_HEAD != 0) {
            throw new ToldArgumentException(
                    Sentence.of(HelperSize.class, "size.width", NARROWEST_HEAD, width));
        }
    }

    /// Attention heads of a layer.
    public int heads() {
        boolean usual = width >= WIDE && width % USUAL_HEAD == 0;
        return width / (usual ? USUAL_HEAD : NARROWEST_HEAD);
    }

    /// All parameters of a tied GPT-2 of this size: embeddings of tokens and positions; in every
    /// layer products of width to 3, 1, 4 and back to 1 width with their biases and two norms; and
    /// a last norm.
    public long parameters(int vocabulary, int context) {
        return embeddings(width, vocabulary, context) + layers * ofLayer(width);
    }

    private static long embeddings(long width, int vocabulary, int context) {
        return (vocabulary + context + 2) * width;
    }

    private static long ofLayer(long width) {
        return 12 * width * width + 13 * width;
    }

    /// The size whose parameters with a vocabulary and a context come near a number of millions,
    /// and whose width and depth are to each other as in GPT-2 if that can be.
    ///
    /// @param millions "20M"
    /// @throws IllegalArgumentException when that is no such number, or the vocabulary alone takes
    ///   more
    public static HelperSize near(String millions, int vocabulary, int context) {
        Matcher number = MILLIONS.matcher(millions.toUpperCase(Locale.ROOT));
        if (!number.matches()) {
            throw new ToldArgumentException(
                    Sentence.of(
                            HelperSize.class, "size.word", String.join(", ", PRESETS), millions));
        }
        long wanted = 1_000_000L * Integer.parseInt(number.group(1));
        List<HelperSize> sizes =
                IntStream.rangeClosed(1, WIDEST / WIDTH_STEP)
                        .map(step -> step * WIDTH_STEP)
                        .filter(width -> embeddings(width, vocabulary, context) < wanted)
                        .mapToObj(width -> ofWidth(width, wanted, vocabulary, context))
                        .toList();
        Comparator<HelperSize> nearest =
                Comparator.comparingDouble(size -> size.off(wanted, vocabulary, context));
        return sizes.stream()
                .filter(size -> size.off(wanted, vocabulary, context) <= NEAR)
                .min(Comparator.comparingDouble(HelperSize::unusual))
                .or(() -> sizes.stream().min(nearest))
                .orElseThrow(
                        () ->
                                new ToldArgumentException(
                                        Sentence.of(
                                                HelperSize.class,
                                                "size.vocabulary",
                                                vocabulary,
                                                millions)));
    }

    private static HelperSize ofWidth(int width, long wanted, int vocabulary, int context) {
        double left = wanted - embeddings(width, vocabulary, context);
        return new HelperSize((int) Math.max(1, Math.round(left / ofLayer(width))), width);
    }

    /// By which share the parameters are more or fewer than wanted.
    private double off(long wanted, int vocabulary, int context) {
        return Math.abs((double) parameters(vocabulary, context) / wanted - 1);
    }

    private double unusual() {
        return Math.abs(Math.log((double) width / layers / USUAL_ASPECT));
    }
}
