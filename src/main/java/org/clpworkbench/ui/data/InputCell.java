package org.clpworkbench.ui.data;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.data.TextsFound;
import org.clpworkbench.data.text.Packing;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A file, a folder or a pattern: its name, what was found there, a button to take it away.
final class InputCell extends ListCell<String> {
    private static final int NAMED = 12;

    private final Texts texts = Texts.of(DataView.class);
    private final DataViewModel viewModel;
    private final FontIcon icon = new FontIcon("mdi2f-file-document-outline");
    private final Label name = new Label();
    private final Label about = new Label();
    private final Button remove = new Button("", new FontIcon("mdi2c-close"));
    private final HBox all;

    InputCell(DataViewModel viewModel, Consumer<String> removing) {
        this.viewModel = viewModel;
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        about.getStyleClass().add("input-about");
        about.setMinWidth(0);
        remove.getStyleClass().addAll("flat", "small", "remove-input");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(
                _ -> {
                    String input = getItem();
                    if (input != null) {
                        removing.accept(input);
                    }
                });
        var words = new VBox(name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        all = new HBox(icon, words, remove);
        all.getStyleClass().add("row");
        all.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String input, boolean empty) {
        super.updateItem(input, empty);
        if (empty || input == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(DataSetWords.fileName(input));
        remove.setAccessibleText(texts.get("input.remove", name.getText()));
        TextsFound found = viewModel.chosen().found().get();
        tell(
                input,
                found == null
                        ? null
                        : found.inputs().stream()
                                .filter(one -> one.input().equals(input))
                                .findFirst()
                                .orElse(null));
        setGraphic(all);
    }

    private void tell(String input, TextsFound.@Nullable Input found) {
        boolean wrong = found != null && !found.problem().isEmpty();
        about.getStyleClass().removeAll("failure", "text-muted");
        about.getStyleClass().add(wrong ? "failure" : "text-muted");
        if (found == null) {
            about.setText("…");
            setTooltip(new Tooltip(input));
            return;
        }
        about.setText(wrong ? texts.get("input.wrong") : words(found));
        setAccessibleText(name.getText() + ", " + about.getText());
        setTooltip(new Tooltip(wrong ? found.problem() : input + files(found.files())));
        icon.setIconLiteral(
                found.files().size() == 1
                        ? "mdi2f-file-document-outline"
                        : "mdi2f-folder-open-outline");
    }

    /// "JSON Lines, gzip · 3.3 MB"; of several files how many.
    private String words(TextsFound.Input found) {
        String formats =
                found.files().stream()
                        .map(this::format)
                        .distinct()
                        .collect(Collectors.joining(", "));
        String size = Numbers.bytes(found.bytes());
        return found.files().size() == 1
                ? texts.get("input.file", formats, size)
                : texts.get("input.files", Numbers.whole(found.files().size()), formats, size);
    }

    private String format(TextFile file) {
        String format = texts.get("format." + file.format());
        return file.packing() == Packing.NONE
                ? format
                : texts.get("format.packed", format, texts.get("packing." + file.packing()));
    }

    private static String files(List<TextFile> files) {
        return files.size() == 1
                ? ""
                : files.stream()
                                .limit(NAMED)
                                .map(file -> "\n" + file.path().getFileName())
                                .collect(Collectors.joining())
                        + (files.size() > NAMED ? "\n…" : "");
    }
}
