package org.clpworkbench.ui;

import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Language;
import org.clpworkbench.ui.common.LongerTexts;
import org.clpworkbench.ui.common.Texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The window with something to show on every screen: four runs of two seeds and one that failed, a
/// Hub with a model and texts, a notice.
final class WindowOnShow implements AutoCloseable {
    /// In the workspace, a folder where a transfer might go.
    static final String TAKEN = "taken";

    private final HubOnShow hub;
    private final WorkbenchWindow window;
    private final StatesOnShow states;

    WindowOnShow(Path workspace) throws Exception {
        for (int seed = 1; seed <= 2; seed++) {
            double floor = 5 + 0.2 * seed;
            MadeUpRuns.train(MadeUpRuns.create(workspace, "random", 40, seed), 40, 9, floor + 1);
            MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 40, seed), 40, 8, floor);
        }
        fail(MadeUpRuns.train(MadeUpRuns.create(workspace, "mean", 40), 12, 9, 7));
        Files.createDirectories(workspace.resolve("models").resolve(TAKEN));
        hub = new HubOnShow(workspace);
        window = WorkbenchWindow.open(workspace, hub.environment());
        states = new StatesOnShow(window, hub, workspace);
        tellOfAFault();
    }

    private static void fail(RunFolder run) throws IOException {
        String why = "Memory ran out: choose more parts for a step, or recompute activations.";
        MadeUpRuns.ended(run, 12, "failed", why);
        Files.writeString(run.path().resolve("worker.log"), why);
    }

    /// It stands in the corner for a while, and below the jobs for ever.
    private static void tellOfAFault() throws InterruptedException {
        var faulty =
                new Thread(
                        () -> {
                            throw new IllegalStateException("The third row has no numbers.");
                        },
                        "faulty");
        faulty.start();
        faulty.join();
    }

    /// Goes once through the states, in a language, and looks at each in several ways.
    ///
    /// @param all also those states that take long to be reached
    List<String> faults(Language language, String name, boolean all, List<Look> looks) {
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
        // made anew also where it is spoken already: texts may be read in another way
        window.speak(language == Language.ENGLISH ? Language.GERMAN : Language.ENGLISH);
        window.speak(language);
        window.await("the models", () -> window.text("#pairButton").contains("→"));
        var inspection = new Inspection(window, name, looks);
        states.each(all, inspection::lookAt);
        return inspection.found();
    }

    /// With longer texts in place of the English ones.
    List<String> faultsOfLongerTexts(boolean all, List<Look> looks) {
        LongerTexts.begin();
        try {
            return faults(Language.ENGLISH, "longer", all, looks);
        } finally {
            LongerTexts.end();
        }
    }

    @Override
    public void close() throws Exception {
        window.close();
        hub.close();
        Texts.speak(Locale.ENGLISH);
    }
}
