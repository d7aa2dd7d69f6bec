package org.clpworkbench.ui.runs;

import javafx.beans.property.SimpleStringProperty;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clpworkbench.run.TrainCommandLine;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.LineKeys;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.RunNames;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoButtons;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.util.List;
import java.util.Optional;

/// The panel below the table of runs.
final class RunDetailsView {
    private final Texts texts = Texts.of(RunDetailsView.class);
    private final RunsViewModel runs;
    private final RunDetailsViewModel viewModel;
    private final Parent root;

    @FXML private Label hint;
    @FXML private HBox one;
    @FXML private Label name;
    @FXML private GridPane settings;
    @FXML private Label failure;
    @FXML private Label damage;
    @FXML private Button useSettings;
    @FXML private Button log;
    @FXML private GridPane notes;
    @FXML private HBox tagsPlace;
    @FXML private TextField tags;
    @FXML private TextArea note;
    @FXML private TextArea command;
    @FXML private Button copy;
    @FXML private Label beyond;
    @FXML private VBox several;
    @FXML private Label differing;
    @FXML private Label repetitions;
    @FXML private TableView<RunSetting> differences;

    RunDetailsView(RunsViewModel runs) {
        this.runs = runs;
        this.viewModel = runs.details();
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        tags.textProperty().bindBidirectional(viewModel.tags());
        note.textProperty().bindBidirectional(viewModel.note());
        tags.setOnAction(_ -> viewModel.keep());
        for (Node field : List.of(tags, note)) {
            field.focusedProperty()
                    .subscribe(
                            focused -> {
                                if (!focused) {
                                    viewModel.keep();
                                }
                            });
        }
        addUndo();
        copy.focusedProperty().addListener(_ -> copy.setText(texts.get("command.copy")));
        LineKeys.on(note, viewModel::keep);
        Hint.on(useSettings, texts.get("use.hint"));
        Hint.on(log, texts.get("log.hint"));
        HeaderWidths.keep(differences);
        viewModel.runs().subscribe(this::show);
        viewModel.repetitions().subscribe(this::sumUp);
        viewModel.brokenOff().subscribe(this::tellFailure);
        damage.textProperty().bind(viewModel.damage());
        Visibility.bind(damage, viewModel.damage().isNotEmpty());
    }

    /// No field has lost the focus after a button was pressed: what it brought back is to be kept.
    private void addUndo() {
        var buttons = new UndoButtons(viewModel.history());
        buttons.addEventHandler(ActionEvent.ACTION, _ -> viewModel.keep());
        tagsPlace.getChildren().add(buttons);
        UndoKeys.on(notes, notes, viewModel.history());
    }

    private void show(List<Readable> runs) {
        visible(hint, runs.isEmpty());
        visible(one, runs.size() == 1);
        visible(several, runs.size() > 1);
        if (runs.size() == 1) {
            showOne(runs.getFirst());
        } else if (runs.size() > 1) {
            showDifferences(runs);
        }
    }

    private static void visible(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void showOne(Readable run) {
        name.setText(run.id());
        TrainCommandLine line = RunDetailsViewModel.command(run);
        command.setText(line.text());
        visible(beyond, !line.whole());
        settings.getChildren().clear();
        List<RunSetting> all = RunSetting.all(List.of(run));
        for (int row = 0; row < all.size(); row++) {
            var key = new Label(texts.get("setting." + all.get(row).key()));
            key.getStyleClass().add("text-muted");
            settings.add(key, 0, row);
            settings.add(value(all.get(row).values().getFirst()), 1, row);
        }
    }

    private void tellFailure(Optional<Readable> run) {
        String why =
                run.flatMap(it -> it.figures().why())
                        .map(told -> told.in(Texts.language()))
                        .orElse("");
        failure.setText(why);
        visible(failure, !why.isBlank());
        visible(log, run.isPresent());
    }

    /// A path is told by its end.
    private static Label value(String words) {
        var label = new Label(words);
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        label.setTooltip(new Tooltip(words));
        label.setMinWidth(0);
        return label;
    }

    private void showDifferences(List<Readable> runs) {
        List<RunSetting> found = RunSetting.differences(runs);
        differing.setText(texts.get("several", runs.size(), found.size()));
        visible(differences, !found.isEmpty());
        var columns = differences.getColumns();
        columns.clear();
        columns.add(
                column(
                        texts.get("several.setting"),
                        170,
                        setting -> texts.get("setting." + setting.key())));
        for (int i = 0; i < runs.size(); i++) {
            int run = i;
            String title = title(runs, runs.get(i));
            columns.add(column(title, 190, setting -> setting.values().get(run)));
        }
        differences.getItems().setAll(found);
    }

    private void sumUp(Optional<Repetitions> same) {
        visible(repetitions, same.isPresent());
        repetitions.setText(same.map(this::sentence).orElse(""));
    }

    /// "3 seeds: 2.029 bits per byte in the mean, from 2.021 to 2.040; …".
    private String sentence(Repetitions same) {
        var bits = same.bitsPerByte();
        String sentence =
                texts.get(
                        "repetitions",
                        same.seeds(),
                        Numbers.significant(bits.getAverage()),
                        Numbers.significant(bits.getMin()),
                        Numbers.significant(bits.getMax()));
        var saved = same.saved();
        return saved.getCount() == 0
                ? sentence
                : sentence
                        + " "
                        + texts.get(
                                "repetitions.saved",
                                Numbers.percent(saved.getAverage()),
                                Numbers.percent(saved.getMin()),
                                Numbers.percent(saved.getMax()));
    }

    /// A run's name, with its seed where that tells it from another; its folder's where neither
    /// does.
    private static String title(List<Readable> runs, Readable run) {
        List<RunNames.Named> all = runs.stream().map(RunDetailsView::named).toList();
        String name = RunNames.of(named(run), all);
        long same = all.stream().filter(named(run)::equals).count();
        return same > 1 ? run.id() : name;
    }

    private static RunNames.Named named(Readable run) {
        return new RunNames.Named(run.run().spec().name(), run.run().spec().seed());
    }

    private interface Words {
        String of(RunSetting setting);
    }

    private static TableColumn<RunSetting, String> column(String title, double width, Words words) {
        var column = new TableColumn<RunSetting, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(words.of(row.getValue())));
        column.setCellFactory(_ -> new PathCell());
        return column;
    }

    @FXML
    void openLog() {
        runs.openLog();
    }

    @FXML
    void useSettings() {
        runs.waysOn().useSettings();
    }

    @FXML
    void copyCommand() {
        TextClipboard.put(command.getText());
        copy.setText(texts.get("command.copied"));
    }
}
