package org.clpworkbench.ui.data;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a person chooses of texts. Numbers are kept as typed and checked when they are read.
public final class DataForm {
    private static final String USUAL_SHARE = "5";

    private final Texts texts = Texts.of(DataViewModel.class);
    private final ObjectProperty<List<String>> inputs = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty apart = new SimpleBooleanProperty();
    private final StringProperty validation = new SimpleStringProperty("");
    private final StringProperty share = new SimpleStringProperty(USUAL_SHARE);
    private final StringProperty seed = new SimpleStringProperty("0");
    private final StringProperty column = new SimpleStringProperty("");
    private final StringProperty languageColumn = new SimpleStringProperty("");
    private final StringProperty language = new SimpleStringProperty("");
    private final ObjectProperty<Optional<UnicodeScript>> script =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<TextUnit>> unit =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty deduplicate = new SimpleBooleanProperty();
    private final BooleanProperty hasColumns = new SimpleBooleanProperty(true);
    private final BooleanProperty hasRunningText = new SimpleBooleanProperty(true);
    private final ObjectProperty<TextUnit> fitting = new SimpleObjectProperty<>(TextUnit.FILE);
    private final FormHistory history = new FormHistory();

    DataForm() {
        history.watch(inputs, apart, validation, share, seed, column, languageColumn, language);
        history.watch(script, unit, deduplicate);
    }

    /// Everything that was entered; empty where no text is chosen.
    ///
    /// @throws IllegalArgumentException with a sentence for people when something is missing or
    ///   wrong
    Optional<DataSet> dataSet() {
        if (inputs.get().isEmpty()) {
            return Optional.empty();
        }
        if (apart.get() && validation.get().isBlank()) {
            throw new IllegalArgumentException(texts.get("missing.validation"));
        }
        return Optional.of(
                new DataSet(
                        inputs.get(),
                        apart.get() ? Optional.of(validation.get().strip()) : Optional.empty(),
                        choices()));
    }

    private DataChoices choices() {
        boolean columns = hasColumns.get();
        Optional<String> wanted = languageApplies() ? typed(language) : Optional.empty();
        return new DataChoices(
                columns ? typed(column) : Optional.empty(),
                wanted.isPresent() ? typed(languageColumn) : Optional.empty(),
                wanted,
                script.get(),
                hasRunningText.get() ? unit.get().orElse(fitting.get()) : TextUnit.FILE,
                deduplicate.get(),
                apart.get() ? 0 : shareOfOne(),
                apart.get() ? 0 : wholeSeed());
    }

    /// Running text says nothing of its language.
    private boolean languageApplies() {
        return hasColumns.get() && !hasRunningText.get();
    }

    private static Optional<String> typed(StringProperty field) {
        return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
    }

    /// Of 1.
    private double shareOfOne() {
        try {
            double percent = Double.parseDouble(share.get().strip().replace(',', '.'));
            if (percent > 0 && percent < 100) {
                return percent / 100;
            }
            throw new NumberFormatException("It would leave one side empty.");
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(texts.get("wrong.share", share.get()), wrong);
        }
    }

    private long wholeSeed() {
        try {
            return Long.parseLong(seed.get().strip());
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(texts.get("wrong.seed", seed.get()), wrong);
        }
    }

    /// Enters a data set, as no person did.
    void enter(DataSet data) {
        history.silently(() -> fill(data));
        history.forget();
    }

    private void fill(DataSet data) {
        DataChoices choices = data.choices();
        boolean splits = choices.validationShare() > 0;
        inputs.set(data.inputs());
        apart.set(!splits);
        validation.set(data.validation().orElse(""));
        share.set(splits ? percent(choices.validationShare()) : USUAL_SHARE);
        seed.set(Long.toString(choices.seed()));
        column.set(choices.column().orElse(""));
        languageColumn.set(choices.languageColumn().orElse(""));
        language.set(choices.language().orElse(""));
        script.set(choices.script());
        unit.set(choices.unit() == TextUnit.FILE ? Optional.empty() : Optional.of(choices.unit()));
        deduplicate.set(choices.deduplicate());
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share);
    }

    /// Enters a data set in one step to undo.
    void choose(DataSet data) {
        history.asOne(() -> fill(data));
    }

    /// Takes up more files, folders or patterns, each once.
    void add(List<String> more) {
        var all = new LinkedHashSet<>(inputs.get());
        all.addAll(more);
        inputs.set(List.copyOf(all));
    }

    /// In place of those that are there.
    void replace(List<String> all) {
        inputs.set(List.copyOf(new LinkedHashSet<>(all)));
    }

    void remove(String input) {
        var left = new ArrayList<>(inputs.get());
        left.remove(input);
        inputs.set(List.copyOf(left));
    }

    /// Takes note of what the files are, and so which choices apply.
    ///
    /// @param best unit of running text where a person leaves it open
    void applies(boolean columns, boolean runningText, TextUnit best) {
        hasColumns.set(columns);
        hasRunningText.set(runningText);
        fitting.set(best);
    }

    /// Everything whose change makes another data set.
    Observable[] entries() {
        return new Observable[] {
            inputs,
            apart,
            validation,
            share,
            seed,
            column,
            languageColumn,
            language,
            script,
            unit,
            deduplicate
        };
    }

    FormHistory history() {
        return history;
    }

    /// Files, folders and patterns.
    public ObjectProperty<List<String>> inputs() {
        return inputs;
    }

    /// Whether a text of its own is measured on, rather than a share of the documents.
    public BooleanProperty apart() {
        return apart;
    }

    public StringProperty validation() {
        return validation;
    }

    /// In percent, of the documents.
    public StringProperty share() {
        return share;
    }

    /// Of the split.
    public StringProperty seed() {
        return seed;
    }

    /// Of the text; "" for the usual.
    public StringProperty column() {
        return column;
    }

    /// "" for the usual.
    public StringProperty languageColumn() {
        return languageColumn;
    }

    /// "" for all.
    public StringProperty language() {
        return language;
    }

    /// Empty for any.
    public ObjectProperty<Optional<UnicodeScript>> script() {
        return script;
    }

    /// What a document of running text is; empty for the largest that leaves enough to measure on,
    /// which is never a line.
    public ObjectProperty<Optional<TextUnit>> unit() {
        return unit;
    }

    public BooleanProperty deduplicate() {
        return deduplicate;
    }

    /// Whether a file's documents are rows with columns.
    BooleanProperty hasColumns() {
        return hasColumns;
    }

    /// Whether a file is running text.
    BooleanProperty hasRunningText() {
        return hasRunningText;
    }

    /// The largest unit that leaves enough to measure on.
    ObjectProperty<TextUnit> fitting() {
        return fitting;
    }
}
