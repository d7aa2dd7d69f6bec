package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.race.TwoSeeds;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.Optional;

/// The tokens that a run saved are the same on its card and in the chart's table, where each seed
/// has a baseline of its own.
class SameNumberTest extends OpenedTraining {
    SameNumberTest() {
        super(640);
    }

    @Test
    void cardAndTableCountAgainstTheBaselineOfTheRunsSeed() throws Exception {
        TwoSeeds race = TwoSeeds.create(folder);
        OnScreen.run(
                () ->
                        viewModel.show(
                                race.all().stream().map(RunFolder::path).toList(),
                                Optional.of(race.random().path())));
        OnScreen.await(() -> viewModel.rows().size() == 4);
        RunRow linear2 = viewModel.rows().get(3);
        OnScreen.await(() -> linear2.saved().get().equals("−75\u202f% tokens"));
        assertThat(linear2.gain().get()).isEqualTo(TwoSeeds.SAVED);
        RunRow linear = viewModel.rows().get(1);
        OnScreen.await(() -> linear.gain().get() == TwoSeeds.SAVED_AGAINST_FIRST);
        assertThat(figures(linear2).saved(figures(viewModel.rows().getFirst())))
                .hasValue(TwoSeeds.SAVED_AGAINST_FIRST);

        OnScreen.run(() -> viewModel.chart().table().set(true));
        OnScreen.await(() -> table().getItems().size() == 5);
        assertThat(last("linear, seed 2: tokens saved")).isEqualTo(TwoSeeds.SAVED);
        assertThat(last("linear, seed 1: tokens saved")).isEqualTo(TwoSeeds.SAVED_AGAINST_FIRST);
        assertThat(last("linear, seed 2 − random, seed 2")).isEqualTo(4.0 - 7.0);
        String hint = "Tokens saved are counted against random, seed 2.";
        OnScreen.await(
                () ->
                        table().lookupAll(".column-header").stream()
                                .map(Node::getAccessibleHelp)
                                .anyMatch(hint::equals));
        assertThat(table().getAccessibleHelp()).contains("the baseline with the run’s own seed");
    }

    private static RunFigures figures(RunRow row) {
        return Objects.requireNonNull(row.figures().get());
    }

    private TableView<?> table() {
        return (TableView<?>) node("#evaluations");
    }

    /// What stands in a column at the last evaluation.
    private Object last(String title) throws Exception {
        return OnScreen.get(
                () -> {
                    TableColumn<?, ?> column =
                            table().getColumns().stream()
                                    .filter(each -> each.getText().equals(title))
                                    .findFirst()
                                    .orElseThrow();
                    return Objects.requireNonNull(column.getCellData(4));
                });
    }
}
