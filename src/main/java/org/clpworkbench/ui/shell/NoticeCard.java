package org.clpworkbench.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Texts;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What a notice said, in the drawer.
final class NoticeCard extends VBox {
    NoticeCard(Notices.Told told) {
        getStyleClass().add("job-card");
        if (!told.title().isEmpty()) {
            add(told.title(), "job-title");
        }
        add(told.sentence(), told.trouble() ? "failure" : "notice-sentence");
        add(
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(Texts.language())
                        .format(told.time()),
                "text-muted");
    }

    private void add(String words, String styleClass) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        getChildren().add(label);
    }
}
