package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class StageWordsTest {
    private static final Pattern STAGES = Pattern.compile("\\bstage\\(([^;{]*)\\);");
    private static final Pattern UNIT = Pattern.compile("\\bupdate\\([^;]*,\\s*\"([a-z ]+)\"\\);");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void whatAServiceDoesIsSaidInTheLanguageSpoken() {
        Texts.speak(Locale.GERMAN);
        assertThat(StageWords.stage("Copying tensors")).isEqualTo("Kopiert Tensoren");
        assertThat(StageWords.unit("rows")).isEqualTo("Zeilen");
    }

    @Test
    void aNameAtTheEndStays() {
        Texts.speak(Locale.GERMAN);
        assertThat(StageWords.stage("Measuring clp-centered")).isEqualTo("Misst clp-centered");
        assertThat(StageWords.stage("Asking for openai-community/gpt2"))
                .isEqualTo("Fragt nach openai-community/gpt2");
    }

    @Test
    void whatHasNoWordsIsShownAsItWasSaid() {
        assertThat(StageWords.stage("Sharpening pencils")).isEqualTo("Sharpening pencils");
        assertThat(StageWords.unit("pencils")).isEqualTo("pencils");
    }

    /// Everything that the sources say of their work; the English words are theirs.
    @Test
    void everyStageAndUnitHasWords() throws IOException {
        var said = new TreeSet<String>();
        var units = new TreeSet<String>();
        for (String source : sources()) {
            STAGES.matcher(source)
                    .results()
                    .flatMap(call -> LITERAL.matcher(call.group(1)).results())
                    .forEach(literal -> said.add(literal.group(1).strip()));
            UNIT.matcher(source).results().forEach(call -> units.add(call.group(1)));
        }
        said.removeIf(phrase -> phrase.matches("stage\\..*")); // the key of a text
        units.remove("bytes"); // shown as MB
        var words = new TreeMap<String, String>();
        said.forEach(phrase -> words.put(StageWords.key("stage.", phrase), phrase));
        units.forEach(unit -> words.put(StageWords.key("unit.", unit), unit));
        ResourceBundle bundle = Texts.of(StageWords.class).bundle();
        var known = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> known.put(key, bundle.getString(key)));
        assertThat(known).isEqualTo(words);
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/org/clpworkbench"))) {
            var sources = new ArrayList<String>();
            for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!file.toString().contains("/cli/") && !file.endsWith("job/Background.java")) {
                    sources.add(Files.readString(file));
                }
            }
            return sources;
        }
    }
}
