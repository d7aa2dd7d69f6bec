package org.clpworkbench.ui.training;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.StringConverter;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.ui.chart.LossChart;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.PresetsPane;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The race: what to compare on the left, the chart and its runs on the right.
public final class TrainingView {
    private static final Duration PULSE = Duration.millis(250);

    private final Texts texts = Texts.of(TrainingView.class);
    private final TrainingViewModel viewModel;
    private final Timeline pulse;
    private final Parent root;

    @FXML private VBox top;
    @FXML private VBox formPanel;
    @FXML private ScrollPane formScroll;
    @FXML private Label answer;
    @FXML private ProblemBar problem;
    @FXML private VBox starts;
    @FXML private TextField steps;
    @FXML private Label text;
    @FXML private Label validation;
    @FXML private TextField batch;
    @FXML private TextField context;
    @FXML private TextField rate;
    @FXML private ComboBox<Precision> precision;
    @FXML private ComboBox<String> trainable;
    @FXML private TextField parts;
    @FXML private ComboBox<Checkpointing> checkpointing;
    @FXML private ComboBox<String> device;
    @FXML private TitledPane advanced;
    @FXML private TextField seed;
    @FXML private Label why;
    @FXML private Label gpu;
    @FXML private Button gpuAction;
    @FXML private Label memory;
    @FXML private Label complaint;
    @FXML private Button remedy;
    @FXML private Button startButton;
    @FXML private Button letWrite;
    @FXML private VBox empty;
    @FXML private VBox race;
    @FXML private HBox offer;
    @FXML private Label offered;
    @FXML private ScrollPane cardsScroll;
    @FXML private VBox cards;

    public TrainingView(TrainingViewModel viewModel) {
        this.viewModel = viewModel;
        this.pulse = new Timeline(new KeyFrame(PULSE, _ -> viewModel.pull()));
        pulse.setCycleCount(Animation.INDEFINITE);
        this.root = Fxml.load(this);
        UndoKeys.on(root, formScroll, viewModel.form().history());
        root.getStylesheets()
                .addAll(sheet(LossChart.class, "chart.css"), sheet(getClass(), "training.css"));
        Shown.watch(root, this::opened, pulse::stop);
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .addListener((_, before, now) -> leaveWhenClosed(before, now));
    }

    private void opened() {
        viewModel.opened();
        pulse.play();
    }

    private void leaveWhenClosed(@Nullable Boolean before, @Nullable Boolean now) {
        if (Boolean.TRUE.equals(before) && Boolean.FALSE.equals(now)) {
            viewModel.close();
        }
    }

    private static String sheet(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.starting().current()));
        top.getChildren().add(new WorkingBar(viewModel.gpu().working()));
        answer.textProperty().bind(viewModel.answer());
        problem.tell(viewModel.problem());
        tell(memory, viewModel.memory());
        tell(complaint, viewModel.form().complaint());
        viewModel.remedy().subscribe(this::offer);
        startButton.textProperty().bind(viewModel.startText());
        startButton.disableProperty().bind(viewModel.ready().not());
        bindForm();
        var chart = new StackPane(new LossChart(viewModel.chart(), viewModel.chartFiles()));
        chart.getStyleClass().addAll("panel", "chart-panel");
        var picture = new ChartAndSamples(chart, new SamplesPane(viewModel));
        VBox.setVgrow(picture, Priority.ALWAYS);
        race.getChildren().add(1, picture); // below what is offered
        new RaceRoom(race, picture, cardsScroll, viewModel).keep();
        viewModel.offered().subscribe(this::tellOffer);
        var none = Bindings.isEmpty(viewModel.rows());
        empty.visibleProperty().bind(none);
        race.visibleProperty().bind(none.not());
        var writers = viewModel.writingRuns().any();
        Visibility.bind(letWrite, writers);
        Hint.on(letWrite, texts.get("write.hint"));
        var runCards = new RunCards(cards, row -> new RunCard(viewModel, row));
        viewModel
                .rows()
                .addListener((ListChangeListener<RunRow>) _ -> runCards.show(viewModel.rows()));
        runCards.show(viewModel.rows());
    }

    private void tellOffer(Optional<RunFolder> recorded) {
        offered.setText(recorded.map(run -> texts.get("offer", folder(run))).orElse(""));
        Visibility.set(offer, recorded.isPresent());
    }

    private static String folder(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }

    private void offer(Optional<ScreenName> where) {
        remedy.setText(where.map(screen -> texts.get("go." + screen)).orElse(""));
        remedy.setVisible(where.isPresent());
        remedy.setManaged(where.isPresent());
    }

    private void bindForm() {
        RaceForm form = viewModel.form();
        formPanel
                .getChildren()
                .addFirst(
                        new PresetsPane(
                                viewModel.presets(), form.history(), texts.get("presets.hint")));
        form.starts().addListener((ListChangeListener<StartChoice>) this::startsChanged);
        form.starts().forEach(choice -> starts.getChildren().add(checkBox(choice)));
        bind(steps, form.steps(), "form.steps.hint");
        bind(batch, form.batch(), "form.batch.hint");
        bind(context, form.context(), "form.context.hint");
        bind(rate, form.learningRate(), "form.rate.hint");
        bind(seed, form.seed(), "form.seed.hint");
        precision.getItems().setAll(Precision.values());
        precision.setConverter(words("precision.", Precision::valueOf));
        precision.valueProperty().bindBidirectional(form.precision());
        trainable
                .getItems()
                .setAll(
                        "all",
                        "embeddings",
                        "new-rows",
                        "embeddings-then-all:50",
                        "new-rows-then-all:50",
                        "last-2");
        typeOrChoose(trainable, form.trainable());
        Hint.on(trainable, texts.get("form.trainable.hint"));
        bind(parts, form.parts(), "form.parts.hint");
        checkpointing.getItems().setAll(Checkpointing.values());
        checkpointing.setConverter(words("checkpointing.", Checkpointing::valueOf));
        checkpointing.valueProperty().bindBidirectional(form.checkpointing());
        Hint.on(checkpointing, texts.get("form.checkpointing.hint"));
        Hint.withChoice(checkpointing);
        device.setItems(viewModel.gpu().devices());
        typeOrChoose(device, form.device());
        advanced.expandedProperty().bindBidirectional(form.advanced());
        bindGpu(viewModel.gpu());
        Pair pair = viewModel.context().pair();
        pair.data().subscribe(this::name);
    }

    private void bindGpu(GpuSetup setup) {
        setup.suited()
                .subscribe(
                        suited -> why.setText(texts.get("form.why", texts.get("why." + suited))));
        tell(gpu, setup.sentence());
        gpuAction.textProperty().bind(setup.action());
        gpuAction.visibleProperty().bind(setup.action().isNotEmpty());
        gpuAction.managedProperty().bind(gpuAction.visibleProperty());
        gpuAction.disableProperty().bind(setup.working().isNotNull());
        gpuAction.setOnAction(_ -> setup.act());
    }

    private void startsChanged(ListChangeListener.Change<? extends StartChoice> change) {
        while (change.next()) {
            for (StartChoice added : change.getAddedSubList()) {
                if (!change.wasUpdated()) {
                    starts.getChildren().add(checkBox(added));
                }
            }
        }
    }

    private static CheckBox checkBox(StartChoice choice) {
        var box = new CheckBox(choice.name());
        box.setId("start-" + choice.name());
        box.selectedProperty().bindBidirectional(choice.chosen());
        Hint.on(box, choice.explanation());
        return box;
    }

    private void bind(TextField field, StringProperty value, String hint) {
        field.textProperty().bindBidirectional(value);
        Hint.on(field, texts.get(hint));
    }

    /// Its value follows too: what was undone can be chosen again.
    private static void typeOrChoose(ComboBox<String> box, StringProperty value) {
        box.valueProperty().bindBidirectional(value);
        box.getEditor().textProperty().bindBidirectional(value);
    }

    private void name(@Nullable DataSet data) {
        text.setText(DataSetWords.name(data));
        validation.setText(DataSetWords.kept(data));
        text.setTooltip(data == null ? null : new Tooltip(String.join("\n", data.inputs())));
        validation.setTooltip(
                data == null ? null : data.validation().map(Tooltip::new).orElse(null));
    }

    private <T extends Enum<T>> StringConverter<T> words(String key, Function<String, T> parse) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : texts.get(key + value);
            }

            @Override
            public T fromString(String words) {
                return parse.apply(words);
            }
        };
    }

    private static void tell(Label label, StringProperty sentence) {
        label.textProperty().bind(sentence);
        label.visibleProperty().bind(sentence.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    @FXML
    void addFolder() {
        viewModel.addFolder();
    }

    @FXML
    void openRuns() {
        viewModel.openRuns();
    }

    @FXML
    void goToRemedy() {
        viewModel.goToRemedy();
    }

    @FXML
    void takeOffered() {
        viewModel.takeOffered();
    }

    @FXML
    void start() {
        viewModel.start();
    }

    @FXML
    void letWrite() {
        viewModel.writingRuns().letWrite();
    }
}
