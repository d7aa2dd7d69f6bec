package org.clpworkbench.ui.data;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.TextsFound;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.ScriptNames;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WordConverter;
import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which documents are taken. What does not apply to the files is not there.
final class ChoicesPane extends GridPane {
    private final Texts texts = Texts.of(DataView.class);
    private final DataForm form;
    private final ComboBox<String> column = new ComboBox<>();
    private final ComboBox<String> languageColumn = new ComboBox<>();
    private final ComboBox<String> language = new ComboBox<>();
    private final ComboBox<Optional<UnicodeScript>> script = new ComboBox<>();
    private final ComboBox<Optional<TextUnit>> unit = new ComboBox<>();

    ChoicesPane(DataViewModel viewModel) {
        form = viewModel.form();
        getStyleClass().add("data-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setMinWidth(0);
        getColumnConstraints().addAll(names, fields);
        typeOrChoose(column, form.column(), DataChoices.USUAL_COLUMN);
        typeOrChoose(languageColumn, form.languageColumn(), DataChoices.USUAL_LANGUAGE_COLUMN);
        typeOrChoose(language, form.language(), texts.get("language.all"));
        choose(script, scripts(), form.script(), this::word);
        choose(unit, units(), form.unit(), this::unitWord);
        form.fitting().addListener((_, _, _) -> renameUnits());
        row("column", column, form.hasColumns());
        row("languageColumn", languageColumn, form.hasColumns());
        row("language", language, form.hasColumns());
        row("script", script, null);
        rows("unit", unit, form.hasRunningText());
        addNote("unit.pages", form.hasRunningText().and(pagesFit()));
        addDeduplication();
        languageColumn.disableProperty().bind(form.hasRunningText());
        language.disableProperty().bind(form.hasRunningText());
        addNote("language.running", form.hasColumns().and(form.hasRunningText()));
        viewModel.chosen().found().subscribe(this::offer);
    }

    private void addNote(String key, ObservableBooleanValue shown) {
        var note = new Label(texts.get(key));
        note.setId(key.replace('.', '-'));
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("text-muted");
        Visibility.bind(note, shown);
        add(note, 0, getRowCount(), 2, 1);
    }

    /// Whether nobody says what a document is, and pages have to do.
    private BooleanBinding pagesFit() {
        return Bindings.createBooleanBinding(
                () -> form.unit().get().isEmpty() && form.fitting().get() == TextUnit.PAGE,
                form.unit(),
                form.fitting());
    }

    private void addDeduplication() {
        var once = new CheckBox(texts.get("deduplicate"));
        once.setId("deduplicate");
        once.setWrapText(true);
        once.setMinHeight(USE_PREF_SIZE);
        once.selectedProperty().bindBidirectional(form.deduplicate());
        Hint.on(once, texts.get("deduplicate.hint"));
        add(once, 0, getRowCount(), 2, 1);
    }

    /// @param shown always where there is none
    private void row(String key, Control field, @Nullable ObservableBooleanValue shown) {
        addRow(getRowCount(), named(key, field, shown), field);
    }

    /// Below its name where what it offers is long.
    private void rows(String key, Control field, ObservableBooleanValue shown) {
        add(named(key, field, shown), 0, getRowCount(), 2, 1);
        add(field, 0, getRowCount(), 2, 1);
    }

    private Label named(String key, Control field, @Nullable ObservableBooleanValue shown) {
        var name = new Label(texts.get(key));
        name.setLabelFor(field);
        field.setId(key);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(texts.get(key));
        Hint.on(field, texts.get(key + ".hint"));
        if (shown != null) {
            Visibility.bind(name, shown);
            Visibility.bind(field, shown);
        }
        return name;
    }

    private static void typeOrChoose(ComboBox<String> box, StringProperty value, String usual) {
        box.setEditable(true);
        box.setPromptText(usual);
        box.getEditor().setPrefColumnCount(6);
        box.valueProperty().bindBidirectional(value);
        box.getEditor().textProperty().bindBidirectional(value);
    }

    private static <T> void choose(
            ComboBox<T> box, List<T> all, Property<T> value, Function<T, String> words) {
        box.getItems().setAll(all);
        box.setConverter(new WordConverter<>(words));
        box.valueProperty().bindBidirectional(value);
    }

    /// The box does not hear of another converter: what it shows is made anew.
    private void renameUnits() {
        unit.setConverter(new WordConverter<>(this::unitWord));
        unit.setButtonCell(new UnitCell());
    }

    private final class UnitCell extends ListCell<Optional<TextUnit>> {
        @Override
        @SuppressWarnings("NullableOptional") // an empty cell has no item
        protected void updateItem(@Nullable Optional<TextUnit> choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? "" : unitWord(choice));
        }
    }

    /// What the files offer; what is typed stays.
    private void offer(@Nullable TextsFound found) {
        offer(column, form.column(), found == null ? List.of() : found.columns());
        offer(languageColumn, form.languageColumn(), found == null ? List.of() : found.columns());
        offer(language, form.language(), found == null ? List.of() : found.languages());
    }

    private void offer(ComboBox<String> box, StringProperty value, List<String> offered) {
        if (!box.getItems().equals(offered)) {
            String typed = value.get();
            form.history()
                    .silently(
                            () -> {
                                box.getItems().setAll(offered);
                                value.set(typed);
                            });
        }
    }

    private static List<Optional<UnicodeScript>> scripts() {
        var all = new ArrayList<Optional<UnicodeScript>>();
        all.add(Optional.empty());
        Comparator<UnicodeScript> byName =
                Comparator.comparing(
                        script -> ScriptNames.of(script.name()),
                        Collator.getInstance(Texts.language()));
        Arrays.stream(UnicodeScript.values())
                .filter(ChoicesPane::isWritten)
                .sorted(byName)
                .map(Optional::of)
                .forEach(all::add);
        return all;
    }

    private static boolean isWritten(UnicodeScript script) {
        return script != UnicodeScript.COMMON
                && script != UnicodeScript.INHERITED
                && script != UnicodeScript.UNKNOWN;
    }

    private String word(Optional<UnicodeScript> choice) {
        return choice.map(one -> ScriptNames.of(one.name())).orElse(texts.get("script.any"));
    }

    private static List<Optional<TextUnit>> units() {
        var all = new ArrayList<Optional<TextUnit>>();
        all.add(Optional.empty());
        Arrays.stream(TextUnit.values()).map(Optional::of).forEach(all::add);
        return all;
    }

    private String unitWord(Optional<TextUnit> choice) {
        return choice.map(one -> texts.get("unit." + one))
                .orElseGet(
                        () -> texts.get("unit.fitting", texts.get("unit." + form.fitting().get())));
    }
}
