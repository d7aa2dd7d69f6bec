package org.clpworkbench.wordvectors;

import java.util.Arrays;

/// One step down the negative-sampling loss (Mikolov et al. 2013, equation 4) for a vector v and
/// output vectors u₀ (of the token seen) and u₁ … u_k (of tokens drawn):
///
///     −log σ(v·u₀) − Σ log σ(−v·u_i)
///
/// One thread at a time: its working memory is kept between steps.
final class NegativeSampling {
    private final float[] sum;
    private final float[] products;

    /// @param most outputs in a step
    NegativeSampling(int dimensions, int most) {
        sum = new float[dimensions];
        products = new float[most];
    }

    /// Moves `input` and the outputs by −rate × gradient; the first `count` of `outputs` count, the
    /// token seen first. One that is drawn twice is moved twice.
    void step(float[] input, float[][] outputs, int count, float rate) {
        multiply(input, outputs, count);
        Arrays.fill(sum, 0);
        for (int at = 0; at < count; at++) {
            float wanted = at == 0 ? 1 : 0;
            move(input, outputs[at], rate * (wanted - Sigmoid.of(products[at])));
        }
        addScaled(input, 1, sum);
    }

    /// Four products side by side: each would wait for its own last addition, whose order the
    /// compiler may not change.
    private void multiply(float[] input, float[][] outputs, int count) {
        for (int first = 0; first < count; first += 4) {
            float[] a = outputs[first];
            float[] b = outputs[Math.min(first + 1, count - 1)];
            float[] c = outputs[Math.min(first + 2, count - 1)];
            float[] d = outputs[Math.min(first + 3, count - 1)];
            float forA = 0;
            float forB = 0;
            float forC = 0;
            float forD = 0;
            for (int at = 0; at < input.length; at++) {
                float x = input[at];
                forA += x * a[at];
                forB += x * b[at];
                forC += x * c[at];
                forD += x * d[at];
            }
            products[first] = forA;
            products[Math.min(first + 1, count - 1)] = forB;
            products[Math.min(first + 2, count - 1)] = forC;
            products[Math.min(first + 3, count - 1)] = forD;
        }
    }

    /// Vectorised by the compiler because all three arrays share one index.
    private void move(float[] input, float[] output, float pull) {
        for (int at = 0; at < sum.length; at++) {
            float before = output[at];
            sum[at] += pull * before;
            output[at] = before + pull * input[at];
        }
    }

    static float product(float[] a, float[] b) {
        float sum = 0;
        for (int at = 0; at < a.length; at++) {
            sum += a[at] * b[at];
        }
        return sum;
    }

    static void addScaled(float[] to, float scale, float[] from) {
        for (int at = 0; at < to.length; at++) {
            to[at] += scale * from[at];
        }
    }
}
