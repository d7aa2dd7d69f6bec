package org.clpworkbench.ui.generate;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;

class WriterColumnTest {
    @TempDir Path folder;

    @Test
    void itsTextIsSeenToHaveTheFocus() throws Exception {
        try (var test = new TestContext(folder);
                var settings = new SettingsFile(folder.resolve("settings.json"))) {
            var viewModel = OnScreen.get(() -> new GenerateViewModel(test.context(), settings));
            Scene scene = OnScreen.get(() -> OnScreen.show(written(test, viewModel), 700, 300));
            var flow = Objects.requireNonNull(scene.lookup(".written"));
            FocusLook.assertSeen(flow, flow, scene.lookup("#other"));
            OnScreen.run(() -> scene.getWindow().hide());
            viewModel.close();
        }
    }

    private HBox written(TestContext test, GenerateViewModel viewModel) {
        var choice = new WriterChoice("helper", "", folder);
        var text = new WriterText(choice, test.context().jobs());
        var _ = text.begin(new TextRequest("Das alte Haus", 8, Sampling.greedy()));
        var other = new Button("other");
        other.setId("other");
        var row = new HBox(new WriterColumn(text, viewModel), other);
        row.getStylesheets()
                .add(
                        Objects.requireNonNull(GenerateView.class.getResource("generate.css"))
                                .toExternalForm());
        return row;
    }
}
