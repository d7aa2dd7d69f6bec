package org.clpworkbench.ui.helper;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Shown;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.UndoButtons;
import org.clpworkbench.ui.common.UndoKeys;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WordConverter;
import org.clpworkbench.ui.common.WorkingBar;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// What is to be made on the left; on the right how it is done, how far it is, what came of it.
public final class HelperView {
    private final Texts texts = Texts.of(HelperView.class);
    private final HelperViewModel viewModel;
    private final Parent root;

    @FXML private VBox top;
    @FXML private Label helperAnswer;
    @FXML private ProblemBar problem;
    @FXML private HBox formHead;
    @FXML private ScrollPane formScroll;
    @FXML private TextField name;
    @FXML private Label chosenTexts;
    @FXML private Label chosenValidation;
    @FXML private VBox sizes;
    @FXML private TextField vocabulary;
    @FXML private TextField steps;
    @FXML private Label plan;
    @FXML private TitledPane advanced;
    @FXML private TextField layers;
    @FXML private TextField width;
    @FXML private TextField frequency;
    @FXML private TextField context;
    @FXML private TextField batch;
    @FXML private TextField rate;
    @FXML private TextField seed;
    @FXML private ComboBox<String> device;
    @FXML private ComboBox<Precision> precision;
    @FXML private Label memory;
    @FXML private Label complaint;
    @FXML private Button startButton;
    @FXML private VBox right;
    @FXML private VBox how;

    public HelperView(HelperViewModel viewModel) {
        this.viewModel = viewModel;
        this.root = Fxml.load(this);
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(HelperView.class.getResource("helper.css"))
                                .toExternalForm());
        UndoKeys.on(root, formScroll, viewModel.form().history());
        Shown.watch(root, viewModel::opened, () -> {});
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        top.getChildren().add(new WorkingBar(viewModel.making().map(Making::job)));
        helperAnswer.textProperty().bind(viewModel.answer());
        problem.tell(viewModel.problem());
        tell(plan, viewModel.plan());
        tell(memory, viewModel.memory());
        var none = Bindings.isNull(viewModel.making());
        var made = Bindings.isNotNull(viewModel.outcome().model());
        tell(complaint, viewModel.complaint());
        startButton.textProperty().bind(viewModel.startText());
        startButton.disableProperty().bind(viewModel.ready().not());
        formHead.getChildren().add(new UndoButtons(viewModel.form().history()));
        bindForm();
        viewModel.look().chosen().subscribe(this::bindTexts);
        var progress = new ProgressPane(viewModel);
        var came = new OutcomePane(viewModel);
        right.getChildren().setAll(progress, came, how);
        Visibility.bind(how, made.not());
        Visibility.bind(progress, none.not());
        Visibility.bind(came, made);
    }

    private void bindForm() {
        HelperForm form = viewModel.form();
        bind(name, form.name(), "form.name.hint");
        bind(vocabulary, form.vocabulary(), "form.vocabulary.hint");
        bind(steps, form.steps(), "form.steps.hint");
        bind(layers, form.layers(), "form.layers.hint");
        bind(width, form.width(), "form.width.hint");
        bind(frequency, form.minFrequency(), "form.frequency.hint");
        bind(context, form.contextLength(), "form.context.hint");
        bind(batch, form.batch(), "form.batch.hint");
        bind(rate, form.learningRate(), "form.rate.hint");
        bind(seed, form.seed(), "form.seed.hint");
        var own = form.size().isEqualTo(HelperForm.OWN);
        layers.disableProperty().bind(own.not());
        width.disableProperty().bind(own.not());
        own.subscribe(
                chosen -> {
                    if (chosen) {
                        advanced.setExpanded(true);
                    }
                });
        var group = new ToggleGroup();
        for (SizeChoice choice : form.sizes()) {
            sizes.getChildren().add(card(choice, group));
        }
        device.setItems(viewModel.surroundings().devices());
        device.valueProperty().bindBidirectional(form.device());
        device.getEditor().textProperty().bindBidirectional(form.device());
        Hint.on(device, texts.get("form.device.hint"));
        precision.getItems().setAll(Precision.values());
        precision.setConverter(new WordConverter<>(value -> texts.get("precision." + value)));
        precision.valueProperty().bindBidirectional(form.precision());
        viewModel.surroundings().suited().subscribe(_ -> tellPrecision());
        precision.valueProperty().subscribe(_ -> tellPrecision());
    }

    /// The whole of what is chosen, for which there is little room, and what suits this machine.
    private void tellPrecision() {
        Precision suited = viewModel.surroundings().suited().getValue();
        String chosen = precision.getConverter().toString(precision.getValue());
        Hint.on(precision, chosen + "\n" + texts.get("precision.why." + suited));
    }

    private Node card(SizeChoice choice, ToggleGroup group) {
        var button = new RadioButton(texts.get("size." + choice.name()));
        button.setId("size-" + choice.name());
        button.setToggleGroup(group);
        var size = viewModel.form().size();
        size.subscribe(
                now -> {
                    if (now.equals(choice.name())) {
                        button.setSelected(true);
                    }
                });
        button.setOnAction(_ -> size.set(choice.name()));
        button.accessibleHelpProperty().bind(choice.shape());
        var shape = new Label();
        shape.getStyleClass().addAll("text-muted", "size-shape");
        shape.setWrapText(true);
        shape.setMinHeight(Label.USE_PREF_SIZE);
        shape.textProperty().bind(choice.shape());
        shape.setLabelFor(button);
        return new VBox(button, shape);
    }

    private void bindTexts(@Nullable DataSet data) {
        name(
                chosenTexts,
                DataSetWords.name(data),
                data == null ? "" : String.join("\n", data.inputs()));
        // something is kept back in any case
        boolean share = data != null && !data.evaluates();
        name(
                chosenValidation,
                share
                        ? texts.get("texts.share", Numbers.percent(HelperSpec.USUAL_SHARE))
                        : DataSetWords.kept(data),
                data == null ? "" : data.validation().orElse(""));
    }

    private static void name(Label label, String words, String whole) {
        label.setText(words);
        label.setTooltip(whole.isEmpty() ? null : new Tooltip(whole));
    }

    private void bind(TextField field, StringProperty value, String hint) {
        field.textProperty().bindBidirectional(value);
        Hint.on(field, texts.get(hint));
    }

    /// Shows a sentence while there is one.
    static void tell(Label label, ObservableValue<String> sentence) {
        label.textProperty().bind(sentence);
        Visibility.bind(label, label.textProperty().isNotEmpty());
    }

    @FXML
    void chooseTexts() {
        viewModel.chooseTexts();
    }

    @FXML
    void start() {
        viewModel.start();
    }
}
