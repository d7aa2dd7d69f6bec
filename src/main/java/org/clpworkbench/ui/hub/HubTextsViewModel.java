package org.clpworkbench.ui.hub;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.hub.Download;
import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.DownloadSnapshot;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Texts of a data set of the Hub on their way into the data set of the window: which files they
/// are, the download, and that they are added when they are whole.
public final class HubTextsViewModel {
    private static final String SHORT = "datasets/";

    private final Texts texts = Texts.of(HubTextsViewModel.class);
    private final ModelWords words = new ModelWords();
    private final HubSession hub;
    private final DownloadsViewModel downloads;
    private final Consumer<String> adding;
    private final LatestJob asking;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty pattern = new SimpleStringProperty("");
    private final StringProperty revision = new SimpleStringProperty(Revision.MAIN.name());
    private final ObjectProperty<@Nullable OfferedTexts> offered = new SimpleObjectProperty<>();
    private final StringProperty answer = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final Set<DownloadRequest> awaited = new HashSet<>();

    /// @param adding takes a folder, a file or a pattern among the texts
    public HubTextsViewModel(
            ScreenContext context,
            HubSession hub,
            DownloadsViewModel downloads,
            Consumer<String> adding) {
        this.hub = hub;
        this.downloads = downloads;
        this.adding = adding;
        asking = new LatestJob(context.jobs());
        downloads.changes().addListener(_ -> addWhole());
        name.addListener(_ -> nameChanged());
        pattern.addListener(_ -> forget());
        revision.addListener(_ -> revisionChanged());
    }

    private void nameChanged() {
        forget();
        revision.set(Revision.MAIN.name());
    }

    /// What was answered of one revision is asked of the other.
    private void revisionChanged() {
        if (offered.get() != null || !problem.get().isEmpty()) {
            ask();
        } else {
            forget();
        }
    }

    private void forget() {
        asking.cancel();
        offered.set(null);
        answer.set("");
        problem.set("");
    }

    /// Asks which files are meant.
    void ask() {
        forget();
        String id = typedName();
        String files = pattern.get().strip();
        String asked = revision.get();
        if (!id.isEmpty()) {
            asking.await(
                    texts.get("job.ask", id),
                    progress -> OfferedTexts.ask(hub, id, files, asked, progress),
                    this::answered,
                    problem::set);
        }
    }

    /// A name, or the address of its page.
    private String typedName() {
        String typed = name.get().strip();
        int at = typed.indexOf(SHORT);
        return at < 0 ? typed : typed.substring(at + SHORT.length()).replaceFirst("/+$", "");
    }

    private void answered(OfferedTexts now) {
        offered.set(now);
        now.refused().ifPresent(why -> problem.set(unanswered(now, why)));
        answer.set(told(now));
    }

    /// What is here is offered all the same, and the Hub can be asked once more.
    private Failure unanswered(OfferedTexts now, IOException why) {
        return new Failure(texts.get("job.ask", now.request().id()), why, Optional.of(this::ask));
    }

    private String told(OfferedTexts now) {
        if (now.refused().isPresent()) {
            return texts.get("answer.kept", now.request().id());
        }
        if (now.files().isEmpty()) {
            return texts.get("answer.none", now.of());
        }
        return texts.get(
                now.here().isPresent() ? "answer.here" : "answer.files",
                now.files().size(),
                now.of(),
                Numbers.bytes(now.bytes()),
                Numbers.bytes(now.missingBytes()));
    }

    /// Adds what is here, or fetches it and adds it when it is whole.
    void take() {
        OfferedTexts now = offered.get();
        if (now == null || now.blocked()) {
            return;
        }
        if (now.here().isPresent()) {
            adding.accept(OfferedTexts.local(now.request(), now.here().get()));
        } else if (!now.missing().isEmpty()) {
            awaited.add(now.request());
            downloads.fetch(now.request());
        }
        forget();
    }

    private void addWhole() {
        for (Download download : downloads.list()) {
            DownloadSnapshot now = download.snapshot();
            if (now.folder().isPresent() && awaited.remove(now.request())) {
                adding.accept(OfferedTexts.local(now.request(), now.folder().get()));
            }
        }
    }

    /// What the button does; empty while there is nothing to take.
    Optional<String> action() {
        OfferedTexts now = offered.get();
        if (now == null) {
            return Optional.empty();
        }
        if (now.here().isPresent()) {
            return Optional.of(texts.get("take.here"));
        }
        return now.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(texts.get("take.fetch", Numbers.bytes(now.missingBytes())));
    }

    /// Licence and languages, as far as the Hub tells.
    String facts() {
        OfferedTexts now = offered.get();
        return now == null ? "" : now.set().map(words::ofTexts).orElse("");
    }

    /// Why it cannot be fetched, and what to do; empty where it can.
    String reason() {
        OfferedTexts now = offered.get();
        if (now == null || !now.blocked()) {
            return "";
        }
        String page = hub.environment().endpoint() + "/" + SHORT + now.request().id();
        return texts.get("closed", page);
    }

    StringProperty name() {
        return name;
    }

    /// Of files' paths; empty for all texts.
    StringProperty pattern() {
        return pattern;
    }

    /// A branch, a tag or a commit. Another data set begins with main.
    StringProperty revision() {
        return revision;
    }

    /// Null while nobody has asked.
    ObjectProperty<@Nullable OfferedTexts> offered() {
        return offered;
    }

    /// What there is, in a sentence; empty while nobody has asked.
    StringProperty answer() {
        return answer;
    }

    /// Why there is no answer; else empty.
    ProblemText problem() {
        return problem;
    }

    LatestJob asking() {
        return asking;
    }

    DownloadsViewModel downloads() {
        return downloads;
    }
}
