package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// A plan says of each kind of recipe what it does, and by which rule.
class PlanWordsTest extends OpenedTransfer {
    @BeforeEach
    void plan() throws Exception {
        choose(demo.helper());
        OnScreen.await(() -> viewModel.ready().get());
    }

    private void planBy(String method) throws Exception {
        person.click("#method-" + method);
        OnScreen.await(() -> viewModel.ready().get());
    }

    private List<String> names() {
        return viewModel.lines().stream().map(ReportFigure::name).toList();
    }

    private ReportFigure line(String name) {
        return viewModel.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysThatFromScratchNothingOfTheSourceIsLeft() throws Exception {
        int others;
        try (var source = Checkpoint.open(demo.source())) {
            others = source.entries().size() - 1;
        }
        planBy("random");
        assertThat(person.text("#answer"))
                .isEqualTo(
                        "All 8,192 rows and %d other tensors are drawn anew: nothing of the"
                                + " source’s weights is left.",
                        others);
        assertThat(line("Anchors").value()).isEqualTo("0");
        assertThat(line("Missing").value()).isEqualTo("8,192");
        assertThat(line("Drawn").value()).isEqualTo(others + " tensors");
        assertThat(names()).doesNotContain("Copied", "Special tokens");
        person.click("#transfer");
        OnScreen.await(() -> person.sees("#report"));
        assertThat(person.reads("#report"))
                .contains("No row of the source is taken over")
                .doesNotContain("Anchors by the rule that found them");
    }

    @Test
    void saysOfEachOtherBaselineWhatBecomesOfItsRows() throws Exception {
        String anchors = shared(Matching.CANONICAL);
        planBy("shuffled");
        assertThat(person.text("#answer"))
                .startsWith("The rows of " + anchors + " anchors go to random tokens;");
        assertThat(names()).contains("Copied").doesNotContain("Special tokens");
        planBy("normal");
        assertThat(person.text("#answer"))
                .contains("a new row drawn from the source’s distribution")
                .endsWith("the rows of " + anchors + " anchors are copied.");
        planBy("mean");
        assertThat(person.text("#answer"))
                .contains("a new row close to the mean of the source’s")
                .endsWith("the rows of " + anchors + " anchors are copied.");
    }

    @Test
    void saysOfSpecialTokensHowTheRuleMatchesThem() throws Exception {
        assertThat(line("Special tokens").meaning())
                .isEqualTo("Matched by their role, not by their spelling");
        planBy("clp");
        assertThat(line("Special tokens").meaning())
                .isEqualTo("Spelled alike on both sides: exact matching looks at no roles");
    }

    @Test
    void takesTheRuleOfTheOverlapOverWhereTheMethodHasAnother() throws Exception {
        assertThat(person.text("#ruleSentence"))
                .isEqualTo(
                        "procrustes takes tokens for the same by its own rule, canonical; the"
                                + " Overlap screen counts anchors by exact.");
        person.click("#takeRule");
        assertThat(viewModel.choice().recipe().get())
                .isEqualTo(Recipe.of("procrustes").with(Matching.EXACT));
        assertThat(person.sees("#ruleSentence")).isFalse();
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(line("Anchors").value()).isEqualTo(shared(Matching.EXACT));

        planBy("clp");
        assertThat(person.sees("#ruleSentence")).isFalse();
        OnScreen.run(() -> pair.matching().set(Matching.FUZZY));
        assertThat(person.text("#ruleSentence")).contains("exact", "fuzzy");
        planBy("random");
        assertThat(person.sees("#ruleSentence")).isFalse();
    }

    private static String shared(Matching rule) throws IOException {
        var overlap =
                Overlap.of(Vocabulary.read(demo.source()), Vocabulary.read(demo.helper()), rule);
        return String.format(Locale.ENGLISH, "%,d", overlap.anchors().size());
    }
}
