package org.clpworkbench.ui.runs;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.run.Bin;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.ChartChoices;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.ChartedRuns;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.chart.RunColours;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The Runs screen of a workspace of its own, with a bin of its own.
abstract class OpenedRuns {
    @TempDir Path folder;
    final Jobs jobs = new Jobs();
    final Pair pair = new Pair();
    final Recorder recorder = new Recorder();
    private SettingsFile settings;
    private final Map<String, RunFolder> made = new HashMap<>();
    RunsViewModel viewModel;
    Scene scene;
    final Person person = new Person(() -> scene);

    @BeforeEach
    void open() throws Exception {
        makeFirstRuns();
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        var charted = new ChartedRuns(new RunColours(settings), () -> ChartChoices.FIRST);
        viewModel = OnScreen.get(() -> new RunsViewModel(context, charted, bin()));
        scene = OnScreen.get(() -> OnScreen.show(new RunsView(viewModel).root(), 980, 700));
    }

    /// What lies in the workspace when the screen is opened.
    void makeFirstRuns() throws IOException {}

    /// Keeps a run by its method.
    void keep(RunFolder run) {
        made.put(run.provenance().method(), run);
    }

    RunFolder kept(String method) {
        return Objects.requireNonNull(made.get(method), method);
    }

    /// Where deleted runs go.
    Bin bin() {
        return run -> {
            Path place = binned(run);
            Files.createDirectories(place.getParent());
            return Optional.of(Files.move(run, place));
        };
    }

    /// Where a run lies when it was deleted.
    Path binned(Path run) {
        return folder.resolve("bin").resolve(run.getFileName());
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        OnScreen.run(viewModel::close);
        settings.close();
        jobs.close();
    }

    @SuppressWarnings("unchecked")
    TableView<RunEntry> table() {
        return (TableView<RunEntry>) node("#table");
    }

    TableColumn<RunEntry, ?> column(String name) {
        return table().getColumns().stream()
                .filter(column -> column.getId().equals("column-" + name))
                .findFirst()
                .orElseThrow();
    }

    /// What stands in a row.
    String text(String column, int row) throws Exception {
        return OnScreen.get(() -> String.valueOf(column(column).getCellData(row)));
    }

    /// What stands in a column as it is seen, from the top.
    List<String> seen(String name) {
        return cells(name).map(Labeled::getText).toList();
    }

    /// The cell of a run's name, which is where a person clicks.
    Node cell(String words) throws Exception {
        OnScreen.await(() -> seen("name").contains(words));
        return OnScreen.get(
                () ->
                        cells("name")
                                .filter(cell -> words.equals(cell.getText()))
                                .findFirst()
                                .orElseThrow());
    }

    private Stream<TableCell<?, ?>> cells(String name) {
        return table().lookupAll(".table-row-cell:filled > .table-cell").stream()
                .filter(Node::isVisible)
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> column(name).equals(cell.getTableColumn()))
                .sorted(Comparator.comparingInt(IndexedCell::getIndex));
    }

    String label(String selector) {
        return ((Label) node(selector)).getText();
    }

    Node node(String selector) {
        return scene.getRoot().lookup(selector);
    }
}
