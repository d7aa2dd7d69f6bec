package org.clpworkbench.ui.generate;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// What one model writes. Tokens arrive from its process, and the window pulls them.
final class WriterText {
    private final Texts texts = Texts.of(GenerateViewModel.class);
    private final ObjectProperty<WriterChoice> model;

    /// Who wrote what stands there: a run's checkpoint may be an older one than the model's.
    private final ObjectProperty<WriterChoice> author;

    private final LatestJob writing;
    private final ObservableList<Written> tokens = FXCollections.observableArrayList();
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty state = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Optional<TextRequest> request = Optional.empty();
    private Arrivals arrived = new Arrivals();

    WriterText(WriterChoice choice, Jobs jobs) {
        this.model = new SimpleObjectProperty<>(choice);
        this.author = new SimpleObjectProperty<>(choice);
        this.writing = new LatestJob(jobs);
        busy.bind(writing.current().isNotNull());
        writing.cancelled().subscribe(this::cancelled);
    }

    /// Forgets the text before and takes up a new one.
    ///
    /// @return who takes its tokens, from any thread
    Consumer<Written> begin(TextRequest newRequest) {
        tokens.clear();
        author.set(model.get());
        request = Optional.of(newRequest);
        prompt.set(newRequest.prompt());
        problem.set("");
        state.set(texts.get("state.loading"));
        return another();
    }

    /// Shows what another window's wrote.
    void follow(WriterText before) {
        author.set(before.author().loadsAs(choice()) ? choice() : before.author());
        request = before.request;
        prompt.set(before.prompt.get());
        tokens.setAll(before.tokens);
        state.set(request.isEmpty() ? "" : texts.get("state.writing", count()));
    }

    /// What was still under way to the old ones is not wanted any more.
    private Arrivals another() {
        arrived = new Arrivals();
        return arrived;
    }

    /// Shows what has arrived since.
    void pull() {
        for (var next = arrived.next(); next.isPresent(); next = arrived.next()) {
            tokens.add(next.get());
            state.set(texts.get("state.writing", count()));
        }
    }

    /// @param whole whether the model itself ended the text
    void end(boolean whole) {
        pull();
        String rate = Numbers.significant(arrived.rate());
        state.set(texts.get(whole ? "state.whole" : "state.done", count(), rate));
    }

    void fail(Failure why) {
        pull();
        state.set(texts.get("state.failed"));
        problem.set(why);
    }

    void stop() {
        if (busy.get()) {
            writing.cancel();
            stopped();
        }
    }

    /// From among the jobs.
    private void cancelled(@Nullable RunningJob<?> job) {
        if (job != null) {
            stopped();
        }
    }

    private void stopped() {
        pull();
        another();
        state.set(texts.get("state.stopped", count()));
    }

    private String count() {
        return Numbers.whole(tokens.size());
    }

    /// Who writes the next text.
    WriterChoice choice() {
        return model.get();
    }

    /// Lets the same run's newer checkpoint write the next text, or the same model under another
    /// name; what stands there stays.
    void become(WriterChoice newer) {
        if (author().loadsAs(newer) || request.isEmpty()) {
            author.set(newer);
        }
        model.set(newer);
    }

    ReadOnlyObjectProperty<WriterChoice> model() {
        return model;
    }

    /// Who wrote what stands there; before there is a text, who will.
    WriterChoice author() {
        return author.get();
    }

    /// Where the model comes from, until there is a text; then how far that is, and whose it is
    /// where it is not the model's.
    ObservableValue<String> about() {
        return Bindings.createStringBinding(this::describe, model, author, state);
    }

    private String describe() {
        if (state.get().isEmpty()) {
            return choice().about();
        }
        return author().loadsAs(choice())
                ? state.get()
                : texts.get("state.earlier", author().about(), state.get());
    }

    LatestJob writing() {
        return writing;
    }

    ObservableList<Written> tokens() {
        return tokens;
    }

    /// What it was asked for; empty before.
    Optional<TextRequest> request() {
        return request;
    }

    /// The words that the text continues; "" before there is one.
    StringProperty prompt() {
        return prompt;
    }

    /// How far the text is; "" before there is one.
    StringProperty state() {
        return state;
    }

    /// Why it could not write; empty when it could.
    ProblemText problem() {
        return problem;
    }

    BooleanProperty busy() {
        return busy;
    }
}
