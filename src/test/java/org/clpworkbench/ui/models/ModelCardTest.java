package org.clpworkbench.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.ModelMemory;
import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.ClippedTexts;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

class ModelCardTest {
    /// Half of what the smallest window has beside its rail, less the arrow and the edges.
    private static final int NARROWEST = 340;

    private static final ModelSummary MODEL =
            new ModelSummary(
                    "English small",
                    Path.of("english-small"),
                    "gpt2",
                    3_402_000,
                    4,
                    192,
                    6,
                    8192,
                    256,
                    true,
                    "F16",
                    6_808_784);

    private static final ModelMemory NEEDED =
            new ModelMemory(
                    1_200_000_000,
                    OptionalLong.of(20_000_000_000L),
                    OptionalLong.of(9_000_000_000L));

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    private static ModelEntry entry(Optional<String> licence) {
        return new ModelEntry(MODEL, false, licence, Optional.of(NEEDED));
    }

    private static Optional<FreeMemory> free(long bytes) {
        return Optional.of(new FreeMemory(bytes, OptionalLong.empty()));
    }

    private static ModelCard card(Optional<ModelEntry> entry, Optional<FreeMemory> free) {
        var card = new ModelCard(true);
        card.show(MODEL);
        card.tell(entry, free);
        return card;
    }

    private static Label facts(ModelCard card) {
        return (Label) card.lookup(".card-facts");
    }

    private static String told(Optional<String> licence, Optional<FreeMemory> free)
            throws Exception {
        return OnScreen.get(() -> facts(card(Optional.of(entry(licence)), free)).getText());
    }

    @Test
    void tellsTheLicenceAndWhatTheMemoryIsEnoughFor() throws Exception {
        assertThat(told(Optional.of("mit"), free(30_000_000_000L)))
                .isEqualTo("licence mit · a transfer and training fit in memory");
        assertThat(told(Optional.empty(), free(10_000_000_000L)))
                .startsWith("no licence named · ")
                .endsWith("training only with gradient checkpointing");
        assertThat(told(Optional.of("mit"), free(2_000_000_000L))).endsWith("training does not");
        assertThat(told(Optional.of("mit"), free(1_000_000_000L)))
                .endsWith("too little memory is free for a transfer");
    }

    @Test
    void tellsTheFiguresBehindIt() throws Exception {
        String hint =
                OnScreen.get(
                        () -> {
                            var entry = Optional.of(entry(Optional.empty()));
                            return facts(card(entry, free(10_000_000_000L))).getTooltip().getText();
                        });
        assertThat(hint.replace('\u202f', ' ')).contains("1.2 GB", "20.0 GB", "9.0 GB", "10.0 GB");
    }

    @Test
    void saysNothingOfAModelThatIsNotReadYetAndOfNoMemoryBeforeSomebodyLooks() throws Exception {
        ModelCard unread = OnScreen.get(() -> card(Optional.empty(), free(10_000_000_000L)));
        assertThat(OnScreen.get(() -> facts(unread).isVisible())).isFalse();
        assertThat(told(Optional.of("mit"), Optional.empty())).isEqualTo("licence mit");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "GERMAN", "CHINESE"})
    void isReadWholeInTheSmallestWindow(Language language) throws Exception {
        Texts.speak(language.locale());
        for (long free : new long[] {1_000_000_000L, 10_000_000_000L}) {
            ModelCard card =
                    OnScreen.get(() -> card(Optional.of(entry(Optional.empty())), free(free)));
            Scene scene = OnScreen.get(() -> OnScreen.show(new VBox(card), NARROWEST, 700));
            OnScreen.run(
                    () -> {
                        scene.snapshot(null);
                        assertThat(ClippedTexts.in(scene)).isEmpty();
                        scene.getWindow().hide();
                    });
        }
    }
}
