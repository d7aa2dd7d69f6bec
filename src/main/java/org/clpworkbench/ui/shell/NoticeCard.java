package org.clpworkbench.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What a notice said, and when.
final class NoticeCard extends VBox {
    private final Texts texts = Texts.of(ShellViewModel.class);

    NoticeCard(Notices.Told told) {
        getStyleClass().add("job-card");
        Notice notice = told.notice();
        if (!notice.title().isEmpty()) {
            add(notice.title(), "job-title");
        }
        add(notice.sentence(), notice.trouble() ? "failure" : "notice-sentence");
        add(
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(Texts.language())
                        .format(told.time()),
                "text-muted");
    }

    /// With buttons for what it leads to; not for a corner of the window, where they would take the
    /// keys away from the screen.
    static NoticeCard withSteps(Notices.Told told) {
        var card = new NoticeCard(told);
        card.addSteps(told.notice());
        return card;
    }

    private void add(String words, String styleClass) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        getChildren().add(label);
    }

    private void addSteps(Notice notice) {
        var steps = new FlowPane();
        steps.getStyleClass().add("notice-steps");
        steps.setMinHeight(USE_PREF_SIZE);
        notice.step()
                .ifPresent(
                        step -> {
                            String name =
                                    texts.get("notice.step.named", step.words(), notice.name());
                            Button button = small(step.words(), name);
                            button.setOnAction(_ -> step.action().run());
                            steps.getChildren().add(button);
                        });
        notice.details()
                .ifPresent(
                        details -> {
                            String name = texts.get("job.copy.named", notice.name());
                            Button copy = small(texts.get("job.copy"), name);
                            copy.setOnAction(
                                    _ -> {
                                        TextClipboard.put(details);
                                        copy.setText(texts.get("job.copied"));
                                    });
                            steps.getChildren().add(copy);
                        });
        if (!steps.getChildren().isEmpty()) {
            getChildren().add(steps);
        }
    }

    private static Button small(String words, String name) {
        var button = new Button(words);
        button.setAccessibleText(name);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        return button;
    }
}
