package org.clpworkbench.ui.overlap;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.settings.OverlapChoices;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The text that is counted: the pair's, or one that was chosen in its place. Another text of the
/// pair takes over; where the first comes back, as it does at the next start, so does the one that
/// was chosen in its place.
final class CountedText {
    private final ObservableValue<@Nullable Path> ofPair;
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding forData =
            Bindings.createBooleanBinding(() -> isForData(file.get()), file);
    private Optional<Path> own = Optional.empty();
    private String inPlaceOf = "";

    CountedText(ObservableValue<@Nullable Path> ofPair) {
        this.ofPair = ofPair;
        ofPair.subscribe(this::tell);
        tell();
    }

    /// Null for none.
    ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /// Whether it is one of the files whose documents the Data screen reads, which are no running
    /// text as they lie there: rows, and what is packed.
    BooleanBinding forData() {
        return forData;
    }

    private static boolean isForData(@Nullable Path text) {
        return Optional.ofNullable(text)
                .flatMap(TextFiles::kind)
                .filter(kind -> !kind.isPlainText())
                .isPresent();
    }

    void choose(Path chosen) {
        own = Optional.of(chosen);
        inPlaceOf = name(ofPair.getValue());
        tell();
    }

    void goOn(OverlapChoices left) {
        own = path(left.text());
        inPlaceOf = left.inPlaceOf();
        tell();
    }

    /// The file that was chosen; "" for none.
    String own() {
        return own.map(Path::toString).orElse("");
    }

    /// The pair's text that it was chosen in place of; "" where there was none.
    String inPlaceOf() {
        return inPlaceOf;
    }

    private void tell() {
        Path now = ofPair.getValue();
        file.set(own.isPresent() && inPlaceOf.equals(name(now)) ? own.get() : now);
    }

    private static String name(@Nullable Path text) {
        return text == null ? "" : text.toString();
    }

    private static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }
}
