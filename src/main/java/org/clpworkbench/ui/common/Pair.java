package org.clpworkbench.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.vocab.Matching;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The source, the helper and the text that every screen speaks of. Touched on the JavaFX thread
/// only.
public final class Pair {
    private final ObjectProperty<@Nullable ModelSummary> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ModelSummary> helper = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> text = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> validation = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable DataSet> data = new SimpleObjectProperty<>();
    private final ObjectProperty<Matching> matching = new SimpleObjectProperty<>(Matching.EXACT);
    private final ObjectProperty<@Nullable AnchorCount> anchors = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Integer> token = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> explainedBy = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> baseline = new SimpleObjectProperty<>();
    private final ObservableSet<ScreenName> done = FXCollections.observableSet();

    public Pair() {
        source.addListener((property, before, now) -> forget());
        helper.addListener((property, before, now) -> forget());
        matching.addListener((property, before, now) -> anchors.set(null));
    }

    /// With the same models, texts and token, and with nobody who watches it.
    public Pair copy() {
        var copy = new Pair();
        copy.source.set(source.get());
        copy.helper.set(helper.get());
        copy.text.set(text.get());
        copy.validation.set(validation.get());
        copy.data.set(data.get());
        copy.matching.set(matching.get());
        copy.anchors.set(anchors.get());
        copy.token.set(token.get());
        copy.baseline.set(baseline.get());
        copy.done.addAll(done);
        return copy;
    }

    /// Speaks of another's models again, with what was found and done of them.
    public void takeUp(Pair other) {
        source.set(other.source.get());
        helper.set(other.helper.get());
        anchors.set(other.anchors.get());
        token.set(other.token.get());
        done.addAll(other.done);
    }

    /// Speaks of another's texts again. Before its models, where these come too: texts that came
    /// with the program would follow the helper.
    public void takeUpTexts(Pair other) {
        data.set(other.data.get());
        text.set(other.text.get());
        validation.set(other.validation.get());
    }

    /// Whether it speaks of the models in these folders, however they are written.
    public boolean isOf(Path sourceFolder, Path helperFolder) {
        return isIn(source.get(), sourceFolder) && isIn(helper.get(), helperFolder);
    }

    private static boolean isIn(@Nullable ModelSummary model, Path folder) {
        return model != null && whole(model.folder()).equals(whole(folder));
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private void forget() {
        done.clear();
        anchors.set(null);
        token.set(null);
    }

    public ObjectProperty<@Nullable ModelSummary> source() {
        return source;
    }

    public ObjectProperty<@Nullable ModelSummary> helper() {
        return helper;
    }

    /// What can be read of {@link #data} as running text, UTF-8: the file itself or the beginning
    /// of its documents; null until it is there.
    public ObjectProperty<@Nullable Path> text() {
        return text;
    }

    /// The same of what is kept to measure on; null where nothing is, and until it is there.
    public ObjectProperty<@Nullable Path> validation() {
        return validation;
    }

    /// The texts in the target language, as they were chosen on the Data screen; null for none.
    public ObjectProperty<@Nullable DataSet> data() {
        return data;
    }

    /// Which target tokens count as anchors.
    public ObjectProperty<Matching> matching() {
        return matching;
    }

    /// How many anchors the pair has; null until they are counted.
    public ObjectProperty<@Nullable AnchorCount> anchors() {
        return anchors;
    }

    /// The helper's token that is looked at; null when none is.
    public ObjectProperty<@Nullable Integer> token() {
        return token;
    }

    /// The method by which a missing token is explained while somebody tells of it; null while
    /// nobody does, when each screen has its own.
    public ObjectProperty<@Nullable String> explainedBy() {
        return explainedBy;
    }

    /// The screens whose step is done for this pair; emptied when source or helper changes.
    public ObservableSet<ScreenName> done() {
        return done;
    }

    /// The folder of the recorded run that others are compared with; null where none was chosen.
    public ObjectProperty<@Nullable Path> baseline() {
        return baseline;
    }
}
