package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.lm.Sampling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How fast a model is said to write.
class WriterTextTest {
    private static final TextRequest ASKED = new TextRequest("Die", 24, Sampling.greedy());
    private static final Pattern RATE = Pattern.compile("([0-9.,]+) a second");

    private final Jobs jobs = new Jobs();
    private final WriterText text =
            new WriterText(new WriterChoice("helper", "", Path.of("helper")), jobs);

    @AfterEach
    void close() {
        jobs.close();
    }

    /// As when another screen is open meanwhile: the window looks for them at the end alone.
    @Test
    void theRateIsThatAtWhichTokensCame() throws Exception {
        Consumer<Written> taker = text.begin(ASKED);
        long begin = System.nanoTime();
        taker.accept(token("Katze"));
        Thread.sleep(300);
        taker.accept(token("sieht"));
        Thread.sleep(300);
        taker.accept(token("uns"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        // the model looks for a token that ends the text
        Thread.sleep(300);
        text.end(true);
        assertThat(text.state().get()).startsWith("3 tokens").endsWith("ended by itself");
        // two tokens after the first, in 0.6 s at the least; told with four digits
        assertThat(rate()).isBetween(2 / seconds - 0.001, 2 / 0.6 + 0.01);
    }

    @Test
    void oneTokenHasNoRate() {
        text.begin(ASKED).accept(token("Katze"));
        text.end(false);
        assertThat(text.state().get()).endsWith(" · – a second");
    }

    private double rate() {
        return RATE.matcher(text.state().get())
                .results()
                .map(WriterTextTest::number)
                .findFirst()
                .orElseThrow();
    }

    private static double number(MatchResult found) {
        return Double.parseDouble(found.group(1));
    }

    private static Written token(String word) {
        var drawn = new LikelyToken(1, word, 0.5);
        return new Written(" " + word, drawn, List.of(drawn));
    }
}
