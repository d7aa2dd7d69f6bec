package org.clpworkbench.ui.generate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.lm.Sampling;

/// How the next token is drawn, as a person sets it.
final class SamplingForm {
    static final double HOTTEST = 2;
    static final double LEAST_TOP_P = 0.05;
    static final int MOST_TOP_K = 1000;
    static final int MOST_TOKENS = 2000;
    static final int MOST_SEED = 9999;

    private final DoubleProperty temperature = new SimpleDoubleProperty(0.8);
    private final IntegerProperty topK = new SimpleIntegerProperty(50);
    private final DoubleProperty topP = new SimpleDoubleProperty(0.95);
    private final IntegerProperty tokens = new SimpleIntegerProperty(60);
    private final IntegerProperty seed = new SimpleIntegerProperty(1);

    TextRequest request(String prompt) {
        return new TextRequest(
                prompt,
                tokens.get(),
                new Sampling(temperature.get(), topK.get(), topP.get(), seed.get()));
    }

    /// 0 takes the likeliest token each time.
    DoubleProperty temperature() {
        return temperature;
    }

    IntegerProperty topK() {
        return topK;
    }

    DoubleProperty topP() {
        return topP;
    }

    /// New tokens, at most.
    IntegerProperty tokens() {
        return tokens;
    }

    IntegerProperty seed() {
        return seed;
    }
}
