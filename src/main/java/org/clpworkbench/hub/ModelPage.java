package org.clpworkbench.hub;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What a person looks at before a model is fetched.
///
/// @param fetched those of its files that the program needs
/// @param lacking what the program needs and the model has not, in words
/// @param config its config.json; empty where there is none, or it is closed
/// @param card its README.md as it is; empty where there is none, or it is closed
/// @param closed whether its authors have not let in whoever asks
public record ModelPage(
        HubModel model,
        List<HubFile> fetched,
        List<String> lacking,
        Optional<String> config,
        String card,
        boolean closed) {
    private static final String CARD = "README.md";

    public ModelPage {
        fetched = List.copyOf(fetched);
        lacking = List.copyOf(lacking);
    }

    /// Asks for a model and its texts.
    ///
    /// @throws IOException when the Hub does not give it; a closed model has a page all the same
    public static ModelPage ask(
            HubClient client, RepositoryId id, Revision revision, Progress progress)
            throws IOException {
        HubModel model = client.model(id, revision, progress);
        Optional<String> config = Optional.empty();
        Optional<String> card = Optional.empty();
        boolean closed = false;
        try {
            config = text(client, model, ModelConfig.FILE, progress);
            card = text(client, model, CARD, progress);
        } catch (HubException refused) {
            if (refused.reason() != Reason.GATED) {
                throw refused;
            }
            closed = true;
        }
        return new ModelPage(
                model,
                FileChoice.NEEDED.of(model.files()),
                FileChoice.lacking(model.files()),
                config,
                card.orElse(""),
                closed);
    }

    private static Optional<String> text(
            HubClient client, HubModel model, String path, Progress progress) throws IOException {
        if (model.files().stream().noneMatch(file -> file.path().equals(path))) {
            return Optional.empty();
        }
        var commit = new Revision(model.commit().orElseThrow());
        return Optional.of(client.text(model.id(), commit, path, progress));
    }

    /// What its revision means now.
    public Revision commit() {
        return new Revision(model.commit().orElseThrow());
    }

    /// The card without the data between lines of dashes that it begins with.
    public String cardText() {
        return card.replaceFirst("(?s)\\A---\\r?\\n.*?\\n---\\r?\\n", "").strip();
    }
}
