package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.projection.Projection;
import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.projection.ProjectionSpec;
import org.clpworkbench.projection.RowSpace;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.map.MapModel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

class MapCaptionTest {
    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    private static String caption(Locale language, ProjectionMethod method, RowSpace space) {
        Texts.speak(language);
        var model = new MapModel("helper", "helper", Role.HELPER, Path.of("helper"));
        var projection = new Projection(new float[0], new float[0], 0.5, 0.25);
        var map =
                new DrawnMap(
                        model,
                        new ProjectionSpec(method, space, 30, 1),
                        projection,
                        List.of(),
                        384,
                        true);
        return new MapCaption(Texts.of(MapView.class)).of(map);
    }

    @Test
    void tellsInTheLanguageThatIsSpokenHowAMapWasMade() {
        assertThat(caption(Locale.ENGLISH, ProjectionMethod.T_SNE, RowSpace.DIRECTIONS))
                .isEqualTo(
                        "Drawn by t-SNE: directions, seed 1, perplexity 30 along 50 principal axes,"
                                + " theta 0.5, 750 iterations.");
        assertThat(caption(Locale.GERMAN, ProjectionMethod.UMAP, RowSpace.DIRECTIONS))
                .isEqualTo(
                        "Gezeichnet mit UMAP: Richtungen, Startwert 1, 30 Nachbarn entlang von 50"
                                + " Hauptachsen, min_dist 0,1, spread 1, 5 Gegenbeispiele, 500"
                                + " Epochen.");
        assertThat(caption(Locale.SIMPLIFIED_CHINESE, ProjectionMethod.PCA, RowSpace.ROWS))
                .startsWith("由 PCA 绘制：原始行，随机种子 1。");
    }
}
