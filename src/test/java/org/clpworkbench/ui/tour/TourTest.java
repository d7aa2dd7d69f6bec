package org.clpworkbench.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The tour through the real window with the embedded models, by keyboard.
class TourTest {
    @TempDir private Path workspace;

    @Test
    void tellsEachStepWithTokensOfThePairOnItsScreen() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            assertThat(window.sees("#tour")).isFalse();
            window.click("#tourButton");
            window.await("the tour", () -> window.text("#tour-title").startsWith("1 of 7"));
            assertThat(window.text("#tour-words")).contains("English small", "German helper");

            window.robot().push(KeyCode.SPACE);
            window.await("the anchors", () -> window.text("#tour-words").contains("1,472"));
            window.await("the overlap", () -> window.shows("#matching"));
            assertThat(window.text("#tour-formula")).matches("x\\((·\\p{L}+)\\) = e\\(\\1\\)");
            window.picture("tour-anchors");

            window.robot().push(KeyCode.SPACE);
            window.await("cosines", () -> window.text("#tour-formula").startsWith("cos("));
            window.await("the neighbours", () -> window.shows(".graph-panel"));
            String cosine = window.text("#tour-formula");
            String token = cosine.substring(cosine.indexOf('(') + 1, cosine.indexOf(','));
            window.await("the same token", () -> window.text("#answer").contains(token));

            window.robot().push(KeyCode.SPACE);
            window.await(
                    "the sum", () -> window.text("#tour-formula").startsWith("x(" + token + ") ="));
            assertThat(window.text("#tour-formula")).contains("e(·", "1,469 more");
            window.picture("tour-sum");

            for (int step = 5; step <= 7; step++) {
                String title = step + " of 7";
                window.robot().push(KeyCode.SPACE);
                window.await(title, () -> window.text("#tour-title").startsWith(title));
            }
            assertThat(window.shows("#rail-generate:selected")).isTrue();
            window.robot().push(KeyCode.SPACE);
            window.await("the end", () -> !window.sees("#tour"));
        }
    }
}
