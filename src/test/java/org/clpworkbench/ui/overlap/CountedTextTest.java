package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.settings.OverlapChoices;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class CountedTextTest {
    private static final Path OWN = Path.of("own.txt");
    private static final Path GERMAN = Path.of("german.txt");
    private static final Path SPANISH = Path.of("spanish.txt");

    private final SimpleObjectProperty<Path> ofPair = new SimpleObjectProperty<>();
    private final CountedText text = new CountedText(ofPair);

    @Test
    void isThePairsUntilAnotherIsChosen() {
        assertThat(text.file().get()).isNull();
        ofPair.set(GERMAN);
        assertThat(text.file().get()).isEqualTo(GERMAN);
        text.choose(OWN);
        assertThat(text.file().get()).isEqualTo(OWN);
        ofPair.set(SPANISH);
        assertThat(text.file().get()).isEqualTo(SPANISH);
        ofPair.set(GERMAN);
        assertThat(text.file().get()).isEqualTo(OWN);
        text.choose(GERMAN);
        assertThat(text.file().get()).isEqualTo(GERMAN);
    }

    /// The pair's texts arrive one after the other: those of the first helper may come before.
    @Test
    void comesBackWithThePairsTextThatItWasChosenInPlaceOf() {
        ofPair.set(SPANISH);
        text.choose(OWN);
        var left = new OverlapChoices("", "", "", "", text.own(), text.inPlaceOf());
        ofPair.set(null);
        var again = new CountedText(ofPair);
        again.goOn(left);
        assertThat(again.file().get()).isNull();
        ofPair.set(GERMAN);
        assertThat(again.file().get()).isEqualTo(GERMAN);
        ofPair.set(SPANISH);
        assertThat(again.file().get()).isEqualTo(OWN);
    }

    @Test
    void isThePairsWhereThePathIsNoneOfThisSystem() {
        ofPair.set(GERMAN);
        text.goOn(new OverlapChoices("", "", "", "", "a\0b", GERMAN.toString()));
        assertThat(text.file().get()).isEqualTo(GERMAN);
    }
}
