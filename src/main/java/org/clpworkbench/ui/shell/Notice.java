package org.clpworkbench.ui.shell;

import javafx.stage.Window;

import org.clpworkbench.ui.common.ProblemStep;
import org.clpworkbench.ui.common.Texts;

import java.util.Optional;

/// Something that is told in a corner of the window.
///
/// @param title "" for none
/// @param trouble whether it tells of something that did not go as it should
/// @param clicked what a click on it does
/// @param step what it leads to for as long as it is kept
/// @param details for who helps
record Notice(
        String title,
        String sentence,
        boolean trouble,
        Optional<Runnable> clicked,
        Optional<Step> step,
        Optional<String> details) {
    /// Somewhere to go on to, in words for a button.
    record Step(String words, Runnable action) {}

    static Notice news(String title, String sentence) {
        return new Notice(
                title, sentence, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Notice trouble(String title, String sentence) {
        return new Notice(
                title, sentence, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A click leads there while it is in its corner.
    Notice leadingTo(Runnable place) {
        return new Notice(title, sentence, trouble, Optional.of(place), step, details);
    }

    /// Leads to the log of whatever the window shows by then: in another language its content is
    /// made anew.
    Notice leadingToTheLog(Window window) {
        Runnable log =
                () -> window.getScene().getRoot().fireEvent(new ProblemStep(ProblemStep.SHOW_LOG));
        String words = Texts.of(ShellViewModel.class).get("notice.log");
        return new Notice(
                title,
                sentence,
                trouble,
                Optional.of(log),
                Optional.of(new Step(words, log)),
                details);
    }

    Notice with(Optional<String> moreDetails) {
        return new Notice(title, sentence, trouble, clicked, step, moreDetails);
    }

    /// What to call it in a few words.
    String name() {
        return title.isEmpty() ? sentence : title;
    }
}
