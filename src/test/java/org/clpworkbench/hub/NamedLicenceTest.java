package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// As cards on the Hub write it; "|" stands for the end of a line.
class NamedLicenceTest {
    @ParameterizedTest
    @CsvSource({
        "---|license: mit|---|# A model, mit",
        "---|language: de|license:   mit |tags: [x]|---, mit",
        "---|license: \"apache-2.0\" # as the code|---, apache-2.0",
        "---|license:|- cc-by-sa-4.0|- gfdl|language: en|---, cc-by-sa-4.0",
        "---|license: [mit]|---, mit",
        "---|license: other|license_name: qwen research|license_link: LICENSE|---, qwen research",
        "---|license_name: qwen|license: other|---, qwen",
        "---|license: other|---, other"
    })
    void isTheOneOfTheCardsData(String card, String licence) {
        assertThat(NamedLicence.in(lines(card, "\n"))).contains(licence);
        assertThat(NamedLicence.in(lines(card, "\r\n"))).contains(licence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A model|license: mit",
                "---|language: de|---|license: mit|---",
                "---|license:|language: de|---",
                "---|license: mit"
            })
    void isNotGuessed(String card) {
        assertThat(NamedLicence.in(lines(card, "\n"))).isEmpty();
    }

    private static String lines(String card, String end) {
        return card.replace("|", end);
    }

    @Test
    void isReadFromTheFolder(@TempDir Path folder) throws IOException {
        assertThat(NamedLicence.of(folder)).isEmpty();
        Files.writeString(folder.resolve("README.md"), "---\nlicense: mit\n---\n# Modèle\n");
        assertThat(NamedLicence.of(folder)).contains("mit");
    }
}
