package org.clpworkbench.ui.generate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.PresetForm;

import java.util.Map;

/// How the next token is drawn, as a person sets it.
final class SamplingForm implements PresetForm {
    static final double HOTTEST = 2;
    static final double LEAST_TOP_P = 0.05;
    static final int MOST_TOP_K = 1000;
    static final int MOST_TOKENS = 2000;
    static final int MOST_SEED = 9999;

    static final String TEMPERATURE = "temperature";
    static final String TOP_K = "topK";
    static final String TOP_P = "topP";
    private static final String TOKENS = "tokens";
    private static final String SEED = "seed";

    private final DoubleProperty temperature = new SimpleDoubleProperty(0.8);
    private final IntegerProperty topK = new SimpleIntegerProperty(50);
    private final DoubleProperty topP = new SimpleDoubleProperty(0.95);
    private final IntegerProperty tokens = new SimpleIntegerProperty(60);
    private final IntegerProperty seed = new SimpleIntegerProperty(1);
    private final FormHistory history;
    private final Map<String, String> usual;

    /// @param history that follows what is entered
    SamplingForm(FormHistory history) {
        this.history = history;
        this.usual = entries();
        history.watch(temperature, topK, topP, tokens, seed);
    }

    TextRequest request(String prompt) {
        return new TextRequest(
                prompt,
                tokens.get(),
                new Sampling(temperature.get(), topK.get(), topP.get(), seed.get()));
    }

    @Override
    public Map<String, String> entries() {
        return Map.of(
                TEMPERATURE, words(temperature),
                TOP_K, words(topK),
                TOP_P, words(topP),
                TOKENS, words(tokens),
                SEED, words(seed));
    }

    private static String words(Property<Number> entered) {
        return String.valueOf(entered.getValue());
    }

    @Override
    public void enter(Map<String, String> entries) {
        history.asOne(
                () -> {
                    temperature.set(number(entries, TEMPERATURE, 0, HOTTEST));
                    topK.set((int) number(entries, TOP_K, 1, MOST_TOP_K));
                    topP.set(number(entries, TOP_P, LEAST_TOP_P, 1));
                    tokens.set((int) number(entries, TOKENS, 1, MOST_TOKENS));
                    seed.set((int) number(entries, SEED, 0, MOST_SEED));
                });
    }

    /// The one in the beginning where there is none, or none within its bounds.
    private double number(Map<String, String> entries, String name, double least, double most) {
        String begin = usual.getOrDefault(name, "");
        try {
            double number = Double.parseDouble(entries.getOrDefault(name, begin));
            return number >= least && number <= most ? number : Double.parseDouble(begin);
        } catch (NumberFormatException noNumber) {
            return Double.parseDouble(begin);
        }
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
