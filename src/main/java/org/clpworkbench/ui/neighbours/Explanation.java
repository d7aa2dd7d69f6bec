package org.clpworkbench.ui.neighbours;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TokenSpace;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What a missing token will be made of under one method, by that method's own matching.
final class Explanation {
    private static final int SHARES = 10;

    private record Question(TokenSpace space, TokenReference token) {}

    private final Texts texts = Texts.of(NeighboursViewModel.class);
    private final LatestJob mixing;
    private final StringProperty method;
    private final StringProperty rule = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Mixture> mixture = new SimpleObjectProperty<>();
    private Optional<Question> question = Optional.empty();

    Explanation(Jobs jobs, String firstMethod) {
        this.mixing = new LatestJob(jobs);
        this.method = new SimpleStringProperty(firstMethod);
        method.addListener((_, _, _) -> explain());
        wanted.addListener((_, _, _) -> explain());
    }

    void ask(TokenSpace space, TokenReference missing) {
        question = Optional.of(new Question(space, missing));
        explain();
    }

    void forget() {
        question = Optional.empty();
        explain();
    }

    /// In the queue of computing jobs: the first of a method fits it to all anchors.
    void explain() {
        mixing.cancel();
        mixture.set(null);
        problem.set("");
        rule.set(question.map(asked -> ruleOf(asked.space())).orElse(""));
        if (!wanted.get() || question.isEmpty()) {
            return;
        }
        Question asked = question.get();
        String how = method.get();
        mixing.compute(
                texts.get("job.mix", asked.token().inSentence(), how),
                progress -> asked.space().mixture(asked.token().id(), how, SHARES, progress),
                mixture::set,
                problem::set);
    }

    private String ruleOf(TokenSpace space) {
        String own = Recipe.of(method.get()).matching().word();
        String here = space.overlap().matching().word();
        return own.equals(here) ? "" : texts.get("mixture.rule", method.get(), own, here);
    }

    /// By which rule the method itself takes tokens for the same; empty where that is the screen's.
    StringProperty rule() {
        return rule;
    }

    LatestJob mixing() {
        return mixing;
    }

    StringProperty method() {
        return method;
    }

    /// Whether it is to be seen, and so worth computing.
    BooleanProperty wanted() {
        return wanted;
    }

    ObjectProperty<@Nullable Mixture> mixture() {
        return mixture;
    }

    ProblemText problem() {
        return problem;
    }
}
