package org.clpworkbench.ui.generate;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The Generate screen of a workspace of its own, with no model chosen yet.
abstract class OpenedGenerate {
    private final int width;
    private final int height;

    @TempDir Path folder;
    TestContext test;
    SettingsFile settings;
    GenerateViewModel viewModel;
    Scene scene;
    final Person person = new Person(() -> scene);

    OpenedGenerate() {
        this(980, 640);
    }

    OpenedGenerate(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @BeforeEach
    void open() throws Exception {
        test = new TestContext(folder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel = OnScreen.get(() -> new GenerateViewModel(test.context(), settings));
        scene =
                OnScreen.get(
                        () -> OnScreen.show(new GenerateView(viewModel).root(), width, height));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        viewModel.close();
        settings.close();
        test.close();
    }

    /// Chooses a folder to write, whether there is a model in it or not.
    void addFolder(String name) throws Exception {
        test.dialogs().willAnswer(folder.resolve(name));
        OnScreen.run(viewModel::addFolder);
    }

    /// A word, with no other that was likely.
    static Written written(String word) {
        var drawn = new LikelyToken(1, word, 0.5);
        return new Written(" " + word, drawn, List.of(drawn));
    }

    Node node(String selector) {
        return Objects.requireNonNull(scene.getRoot().lookup(selector), selector);
    }

    List<Node> nodes(String selector) {
        return List.copyOf(scene.getRoot().lookupAll(selector));
    }
}
