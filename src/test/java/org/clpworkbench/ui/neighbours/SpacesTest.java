package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.SideBySide;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The spaces side by side show what is asked now, and nothing of what was asked before.
class SpacesTest extends OpenedSmallPair {
    private Parent view;

    @Override
    void beforeItIsOpened() throws IOException {
        transfer("clp");
    }

    @BeforeEach
    void show() {
        view =
                WorkbenchWindow.onFxThread(
                        () -> {
                            var spaces = viewModel.spaces();
                            var shown = new SpacesView(spaces, viewModel::token, viewModel::go);
                            OnScreen.scene(shown.root(), 900, 600, false);
                            shown.root().applyCss(); // puts the columns into their pane
                            spaces.wanted().set(true);
                            return shown.root();
                        });
        WorkbenchWindow.waitUntil("the spaces", () -> rows() > 0 && !share().isEmpty());
        WorkbenchWindow.waitUntil("the transfer", () -> viewModel.spaces().chosen().get() != null);
        awaitFound();
    }

    private Path german() {
        return new Workspace(folder).models().resolve("german");
    }

    private void transfer(String method) throws IOException {
        CrossLingualTransfer.run(
                new TransferSpec(
                        pair.source().folder(),
                        pair.helper().folder(),
                        german(),
                        Recipe.of(method),
                        TransferTexts.NONE,
                        1,
                        1,
                        true),
                Progress.unwatched());
    }

    private void awaitFound() {
        WorkbenchWindow.waitUntil("them", () -> viewModel.spaces().found().get() != null);
    }

    private int rows() {
        return view.lookupAll(".space-row").size();
    }

    private String share() {
        return view.lookup("#transferredShare") instanceof Label label ? label.getText() : "";
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }

    @Test
    void showsNothingOfATokenBeforeWhereTheNextCannotBeLookedUp() throws IOException {
        Files.delete(german().resolve("model.safetensors"));
        onFx(() -> viewModel.spaces().anchorsOnly().set(true));
        WorkbenchWindow.waitUntil("why", () -> !viewModel.spaces().problem().get().isEmpty());
        assertThat(WorkbenchWindow.onFxThread(this::rows)).isZero();
        assertThat(WorkbenchWindow.onFxThread(this::share)).isEmpty();
    }

    @Test
    void theScreensAnswerSaysHowManyNeighboursSurvive() {
        var found = Objects.requireNonNull(viewModel.spaces().found().get());
        String share = Numbers.percent(found.agreement(found.transferred()));
        WorkbenchWindow.waitUntil("it", () -> answer().contains("survive"));
        assertThat(answer()).endsWith("; " + share + " of its neighbours survive the transfer.");
        onFx(() -> test.pair().helper().set(null));
        assertThat(answer()).doesNotContain("survive");
    }

    private String answer() {
        return WorkbenchWindow.onFxThread(() -> viewModel.answer().getValue());
    }

    @Test
    void readsOutWhatOnlyTheSourceHasAndShowsHowItIsSpelled() {
        var token = new TokenReference(7, "·the", "Ġthe", TokenKind.SOURCE_ONLY);
        var near = new SideBySide.Near(7, List.of(), 0.5);
        List<SideBySide.Near> gone = new ArrayList<>();
        Button row =
                WorkbenchWindow.onFxThread(
                        () -> {
                            var column = new SpaceColumn();
                            column.show(
                                    List.of(near), _ -> false, _ -> token, gone::add, (_, _) -> {});
                            return (Button) column.getChildren().getFirst();
                        });
        assertThat(row.isDisabled()).isFalse();
        assertThat(row.isFocusTraversable()).isTrue();
        assertThat(row.getAccessibleText()).isEqualTo("1. ·the, cosine 0.500, only in the source");
        assertThat(row.getTooltip().getText()).startsWith("Ġthe");
        onFx(row::fire);
        assertThat(gone).isEmpty();
    }

    @Test
    void showsNothingOfThePairBefore() {
        try (var _ = new ComputeGate(test.context().jobs())) {
            onFx(() -> test.pair().helper().set(pair.source()));
            assertThat(WorkbenchWindow.onFxThread(this::rows)).isZero();
        }
    }

    @Test
    void keepsWhatIsThereWhileTheNextIsOnItsWayAndClearsItWhenThatIsCancelled() {
        int before = WorkbenchWindow.onFxThread(this::rows);
        assertThat(before).isPositive();
        try (var _ = new ComputeGate(test.context().jobs())) {
            onFx(() -> viewModel.spaces().anchorsOnly().set(true));
            assertThat(WorkbenchWindow.onFxThread(this::rows)).isEqualTo(before);
            var looking = viewModel.spaces().looking().current();
            onFx(() -> Objects.requireNonNull(looking.get()).cancel());
        }
        WorkbenchWindow.waitUntil(
                "its end", () -> viewModel.spaces().looking().cancelled().get() != null);
        assertThat(WorkbenchWindow.onFxThread(this::rows)).isZero();
    }

    @Test
    void looksAgainIntoAModelThatWasTransferredAnew() throws IOException {
        List<Optional<SideBySide>> looked = new ArrayList<>();
        onFx(
                () ->
                        viewModel
                                .spaces()
                                .found()
                                .subscribe(now -> looked.add(Optional.ofNullable(now))));
        transfer("clp");
        onFx(viewModel.spaces()::listModels);
        // what was there, nothing while it is looked for, and what is there now
        WorkbenchWindow.waitUntil(
                "the other", () -> looked.size() > 2 && looked.getLast().isPresent());
        assertThat(looked.get(1)).isEmpty();
        var chosen = Objects.requireNonNull(viewModel.spaces().chosen().get());
        assertThat(chosen.folder()).isEqualTo(german());
    }
}
