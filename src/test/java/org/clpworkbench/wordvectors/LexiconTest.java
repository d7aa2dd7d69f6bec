package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

class LexiconTest {
    private static List<String> words(String text) throws IOException {
        var words = new ArrayList<String>();
        try (var scanner = new WordScanner(new StringReader(text))) {
            for (var word = scanner.next(); word.isPresent(); word = scanner.next()) {
                words.add(word.get());
            }
        }
        return words;
    }

    @Test
    void cutsATextIntoWordsAndSinglePunctuation() throws Exception {
        assertThat(words("Die Tür, 2.\n«né»…"))
                .containsExactly("Die", "Tür", ",", "2", ".", "\n", "«", "né", "»", "…");
    }

    @Test
    void keepsMarksWithTheirLettersAndCharactersBeyondSixteenBitsWhole() throws Exception {
        assertThat(words("हिन्दी 𝒳𝒴 😀!")).containsExactly("हिन्दी", "𝒳𝒴", "😀", "!");
    }

    @Test
    void leavesOutRunsThatAreTooLongForAWord() throws Exception {
        assertThat(words("a " + "x".repeat(65) + " b " + "y".repeat(64)))
                .containsExactly("a", "b", "y".repeat(64));
    }

    @Test
    void countsAWordHoweverItIsWrittenButKeepsItsForms() throws Exception {
        var lexicon = Lexicon.of(Text.of("Das das Das nur"), 2, Progress.unwatched());
        assertThat(lexicon.words()).containsExactly("das");
        assertThat(lexicon.counts()).containsExactly(3);
        assertThat(lexicon.forms())
                .containsExactly(new Lexicon.Form("Das", 2, 0), new Lexicon.Form("das", 1, 0));
        assertThat(lexicon.find("DAS")).hasValue(0);
        assertThat(lexicon.find("nur")).isEmpty();
    }
}
