package org.clpworkbench.ui.helper;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.race.RunLook;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// What the run that trains the helper has come to, in words.
final class TrainingSoFar {
    private final Texts texts = Texts.of(HelperViewModel.class);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper evaluated = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private @Nullable FollowedRun followed;

    /// Follows a run instead of the one before; null for none.
    void follow(@Nullable RunFolder run) {
        if (followed != null) {
            followed.close();
            followed = null;
        }
        words.set("");
        meaning.set("");
        evaluated.set("");
        said.set("");
        if (run != null) {
            followed = new FollowedRun(run, this::show);
        }
    }

    private void show(RunLook look) {
        RunFigures now = look.figures();
        if (!Double.isNaN(now.loss())) {
            words.set(
                    texts.get(
                            "soFar.loss",
                            Numbers.significant(now.loss()),
                            Numbers.whole(now.step()),
                            Numbers.whole(now.steps())));
            meaning.set(
                    texts.get("soFar.meaning", Numbers.whole(Math.round(Math.exp(now.loss())))));
        }
        if (!Double.isNaN(now.bitsPerByte())) {
            evaluated.set(
                    texts.get(
                            "soFar.evaluated",
                            Numbers.significant(now.validation()),
                            Numbers.significant(now.bitsPerByte())));
        }
        said.set(look.sample().strip().replaceAll("\\s*\\R\\s*", " ↵ "));
    }

    /// "loss 6.21 nats per token after 120 of 1,600 steps"; empty before the first.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// What the loss means.
    ReadOnlyStringProperty meaning() {
        return meaning.getReadOnlyProperty();
    }

    /// The last evaluation; empty before the first.
    ReadOnlyStringProperty evaluated() {
        return evaluated.getReadOnlyProperty();
    }

    /// What the model said at its last evaluation, in one line.
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }
}
