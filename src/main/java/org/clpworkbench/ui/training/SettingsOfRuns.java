package org.clpworkbench.ui.training;

import javafx.application.Platform;

import org.clpworkbench.race.StartFolder;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PairChoice;
import org.clpworkbench.ui.common.ScreenContext;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Fills the form in as a run was trained, and chooses its pair; nothing is started.
final class SettingsOfRuns {
    private final ScreenContext context;
    private final RaceForm form;
    private final PairChoice choice;
    private final BackgroundWork background;
    private final PairInForm pairInForm;
    private boolean used;

    /// @param background where it is told, too, what cannot be taken over
    SettingsOfRuns(
            ScreenContext context, RaceForm form, PairChoice choice, BackgroundWork background) {
        this.context = context;
        this.form = form;
        this.choice = choice;
        this.background = background;
        this.pairInForm = new PairInForm(context.pair(), choice, form.history());
    }

    void use(Path run) {
        Pair pair = context.pair();
        var folders = TransferredModels.PairFolders.of(pair);
        var around =
                new TakingOver.Around(
                        choice.modelsAtHand(),
                        Optional.ofNullable(pair.data().get()),
                        Optional.ofNullable(pair.text().get()),
                        context.workspace().data());
        background.run(
                () -> {
                    // offered first, so that none of them is ticked afterwards
                    List<TransferredModels.Found> found =
                            TransferredModels.of(
                                    context.workspace(), folders, StartFolder.USUAL_SEED);
                    RunSettings settings = new TakingOver(RunFolder.open(run), around).settings();
                    Platform.runLater(
                            () -> {
                                form.offer(found);
                                take(settings);
                            });
                });
    }

    private void take(RunSettings settings) {
        used = true;
        pairInForm.remember();
        form.enter(settings, () -> pairInForm.choose(settings));
        background.problem().set(settings.lost());
    }

    /// Whether the form was filled in so: the machine has no say in it any more.
    boolean used() {
        return used;
    }
}
