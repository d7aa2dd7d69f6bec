package org.clpworkbench.ui.transfer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.transfer.TransferTexts;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// The texts that a transfer may look at: the pair's own, and two that only bilingual vectors need.
final class TextChoice {
    private final Texts texts = Texts.of(TransferViewModel.class);
    private final ScreenContext context;
    private final ObjectProperty<@Nullable Path> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> dictionary = new SimpleObjectProperty<>();

    TextChoice(ScreenContext context) {
        this.context = context;
    }

    TransferTexts texts() {
        return new TransferTexts(
                Optional.ofNullable(target().get()),
                Optional.ofNullable(source.get()),
                Optional.ofNullable(dictionary.get()));
    }

    /// @throws IllegalArgumentException naming the first text that a space still needs
    void check(Space space) {
        TransferTexts given = texts();
        if (given.serve(space)) {
            return;
        }
        String lacking =
                given.target().isEmpty()
                        ? "lacking.target"
                        : given.source().isEmpty() ? "lacking.source" : "lacking.dictionary";
        throw new IllegalArgumentException(texts.get(lacking, space.word()));
    }

    void chooseSource() {
        context.dialogs().chooseFile(texts.get("text.source.title")).ifPresent(source::set);
    }

    void chooseDictionary() {
        context.dialogs().chooseFile(texts.get("text.dictionary.title")).ifPresent(dictionary::set);
    }

    /// What the pair's texts are called.
    ObservableValue<String> targetName() {
        ObjectProperty<@Nullable DataSet> data = context.pair().data();
        return Bindings.createStringBinding(() -> DataSetWords.name(data.get()), data);
    }

    /// Where the pair's texts are, one a line; empty where there are none.
    ObservableValue<String> targetPlaces() {
        ObjectProperty<@Nullable DataSet> data = context.pair().data();
        return Bindings.createStringBinding(() -> places(data.get()), data);
    }

    private static String places(@Nullable DataSet data) {
        return data == null ? "" : String.join("\n", data.inputs());
    }

    /// The pair's text, as far as it can be read.
    ObjectProperty<@Nullable Path> target() {
        return context.pair().text();
    }

    ObjectProperty<@Nullable Path> source() {
        return source;
    }

    ObjectProperty<@Nullable Path> dictionary() {
        return dictionary;
    }
}
