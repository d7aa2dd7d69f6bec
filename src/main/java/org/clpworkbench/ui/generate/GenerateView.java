package org.clpworkbench.ui.generate;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.clpworkbench.ui.common.EmptyState;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.LineKeys;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.PresetsPane;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.WholeNumberConverter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who writes and how on the left, the texts side by side on the right, the chances of a token
/// below.
public final class GenerateView {
    private static final Duration PULSE = Duration.millis(66);

    /// Of the words to begin with.
    private static final int FEWEST_ROWS = 2;

    private static final int MOST_ROWS = 3;

    private final Texts texts = Texts.of(GenerateView.class);
    private final GenerateViewModel viewModel;
    private final ChancesPane chances = new ChancesPane();
    private final Timeline pulse;
    private final Parent root;

    private final Map<WriterChoice, CheckBox> boxes = new LinkedHashMap<>();
    private final Map<WriterText, WriterColumn> shown = new HashMap<>();

    @FXML private Label answer;
    @FXML private ProblemBar problem;
    @FXML private VBox writers;
    @FXML private VBox presetsPlace;
    @FXML private Slider temperature;
    @FXML private Label temperatureValue;
    @FXML private Slider topP;
    @FXML private Label topPValue;
    @FXML private Spinner<Integer> topK;
    @FXML private Spinner<Integer> tokens;
    @FXML private Spinner<Integer> seed;
    @FXML private TextArea prompt;
    @FXML private Button write;
    @FXML private Button stop;
    @FXML private Button copyAll;
    @FXML private HBox columns;
    @FXML private StackPane empty;
    @FXML private VBox right;

    public GenerateView(GenerateViewModel viewModel) {
        this.viewModel = viewModel;
        this.pulse = new Timeline(new KeyFrame(PULSE, _ -> viewModel.pull()));
        pulse.setCycleCount(Animation.INDEFINITE);
        this.root = Fxml.load(this);
        UndoKeys.on(root, root, viewModel.history());
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(GenerateView.class.getResource("generate.css"))
                                .toExternalForm());
        Shown.watch(root, this::opened, pulse::stop);
    }

    private void opened() {
        viewModel.read();
        pulse.play();
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        answer.textProperty().bind(viewModel.answer());
        problem.tell(viewModel.problem());
        problem.offer(texts.get("writers.add"), viewModel::addFolder);
        right.getChildren().add(chances);
        presetsPlace
                .getChildren()
                .add(
                        new PresetsPane(
                                viewModel.presets(),
                                viewModel.history(),
                                texts.get("presets.hint")));
        bindSampling();
        prompt.textProperty().bindBidirectional(viewModel.prompt());
        prompt.prefRowCountProperty().bind(viewModel.prompt().map(GenerateView::rows));
        LineKeys.on(prompt, write::fire);
        var none = Bindings.isEmpty(viewModel.chosen());
        write.disableProperty().bind(none.or(viewModel.writing()).or(viewModel.prompt().isEmpty()));
        stop.disableProperty().bind(viewModel.writing().not());
        empty.visibleProperty().bind(none);
        columns.visibleProperty().bind(none.not());
        viewModel.choices().addListener((ListChangeListener<WriterChoice>) _ -> showChoices());
        viewModel.chosen().addListener((ListChangeListener<WriterText>) _ -> showChosen());
        viewModel.pointed().subscribe(now -> chances.show(now == null ? null : now.token()));
        showChoices();
        showColumns();
    }

    /// As many as the words have lines, and not so many that the texts have no room.
    private static int rows(String words) {
        long lines = words.chars().filter(letter -> letter == '\n').count() + 1;
        return Math.clamp(lines, FEWEST_ROWS, MOST_ROWS);
    }

    private void bindSampling() {
        SamplingForm form = viewModel.sampling();
        temperature.setMax(SamplingForm.HOTTEST);
        temperature.valueProperty().bindBidirectional(form.temperature());
        temperatureValue
                .textProperty()
                .bind(form.temperature().map(value -> Numbers.decimal(value.doubleValue(), 2)));
        Hint.on(temperature, texts.get("temperature.hint"));
        topP.setMin(SamplingForm.LEAST_TOP_P);
        topP.setMax(1);
        topP.valueProperty().bindBidirectional(form.topP());
        topPValue
                .textProperty()
                .bind(form.topP().map(value -> Numbers.decimal(value.doubleValue(), 2)));
        Hint.on(topP, texts.get("topP.hint"));
        bind(topK, 1, SamplingForm.MOST_TOP_K, form.topK(), "topK.hint");
        bind(tokens, 1, SamplingForm.MOST_TOKENS, form.tokens(), "tokens.hint");
        bind(seed, 0, SamplingForm.MOST_SEED, form.seed(), "seed.hint");
    }

    private void bind(
            Spinner<Integer> spinner, int least, int most, IntegerProperty value, String hint) {
        WholeNumberConverter.on(spinner, least, most, value);
        Hint.on(spinner, texts.get(hint));
    }

    private void showChoices() {
        empty.getChildren()
                .setAll(
                        viewModel.choices().isEmpty()
                                ? new EmptyState(
                                        texts.get("empty.none"),
                                        texts.get("models"),
                                        viewModel::chooseModels)
                                : new EmptyState(
                                        texts.get("empty"),
                                        texts.get("writers.add"),
                                        viewModel::addFolder));
        boxes.clear();
        writers.getChildren().setAll(viewModel.choices().stream().map(this::box).toList());
    }

    /// The boxes say who writes, whoever chose them.
    private void showChosen() {
        boxes.forEach((choice, box) -> box.setSelected(viewModel.isChosen(choice)));
        showColumns();
    }

    private Node box(WriterChoice choice) {
        var box = new CheckBox(choice.name());
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setSelected(viewModel.isChosen(choice));
        box.setTooltip(new Tooltip(choice.folder().toString()));
        box.selectedProperty().addListener((_, _, now) -> viewModel.choose(choice, now));
        boxes.put(choice, box);
        box.disableProperty()
                .bind(
                        Bindings.size(viewModel.chosen())
                                .greaterThanOrEqualTo(GenerateViewModel.MOST)
                                .and(box.selectedProperty().not()));
        var about = new Label(choice.about());
        about.getStyleClass().addAll("text-muted", "writer-about");
        about.setLabelFor(box);
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        box.setAccessibleHelp(choice.about());
        return new VBox(box, about);
    }

    /// A text keeps its column as long as it is shown.
    private void showColumns() {
        var unwanted = new HashSet<>(shown.keySet());
        viewModel.chosen().forEach(unwanted::remove);
        unwanted.forEach(text -> Objects.requireNonNull(shown.remove(text)).close());
        List<WriterColumn> wanted =
                viewModel.chosen().stream()
                        .map(text -> shown.computeIfAbsent(text, this::column))
                        .toList();
        if (!columns.getChildren().equals(wanted)) {
            columns.getChildren().setAll(wanted);
        }
        copyAll.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        viewModel.chosen().stream()
                                                .allMatch(text -> text.tokens().isEmpty()),
                                viewModel.chosen().stream()
                                        .map(WriterText::tokens)
                                        .toArray(Observable[]::new)));
    }

    private WriterColumn column(WriterText text) {
        return new WriterColumn(text, viewModel);
    }

    @FXML
    void copyAll() {
        TextClipboard.put(new CopiedText().of(viewModel.chosen()));
    }

    @FXML
    void addFolder() {
        viewModel.addFolder();
    }

    @FXML
    void write() {
        viewModel.write();
    }

    @FXML
    void stop() {
        viewModel.stop();
    }
}
