package org.clpworkbench.hub;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.hub.HubException.Reason;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What a person looks at before a model or a data set is fetched.
///
/// @param fetched those of its files that the program needs
/// @param lacking what the program needs and a model has not
/// @param config its config.json; empty where there is none, or it is closed
/// @param card its README.md as it is; empty where there is none, or it is closed
/// @param closed whether its authors have not let in whoever asks
public record RepositoryPage(
        HubRepository repository,
        List<HubFile> fetched,
        List<Sentence> lacking,
        Optional<String> config,
        String card,
        boolean closed) {
    static final String CARD = "README.md";

    public RepositoryPage {
        fetched = List.copyOf(fetched);
        lacking = List.copyOf(lacking);
    }

    /// Asks for a repository and its texts.
    ///
    /// @throws IOException when the Hub does not give it; a closed one has a page all the same
    public static RepositoryPage ask(
            HubClient client, RepositoryId id, Revision revision, Progress progress)
            throws IOException {
        HubRepository repository = client.repository(id, revision, progress);
        boolean model = id.kind() == RepositoryKind.MODEL;
        Optional<String> config = Optional.empty();
        Optional<String> card = Optional.empty();
        boolean closed = false;
        try {
            config =
                    model ? text(client, repository, ModelConfig.FILE, progress) : Optional.empty();
            card = text(client, repository, CARD, progress);
        } catch (HubException refused) {
            if (refused.reason() != Reason.GATED) {
                throw refused;
            }
            closed = true;
        }
        return new RepositoryPage(
                repository,
                FileChoice.NEEDED.of(repository),
                model ? FileChoice.lacking(repository.files()) : List.of(),
                config,
                card.orElse(""),
                closed);
    }

    private static Optional<String> text(
            HubClient client, HubRepository repository, String path, Progress progress)
            throws IOException {
        if (repository.files().stream().noneMatch(file -> file.path().equals(path))) {
            return Optional.empty();
        }
        var commit = new Revision(repository.commit().orElseThrow());
        return Optional.of(client.text(repository.id(), commit, path, progress));
    }

    /// What its revision means now.
    public Revision commit() {
        return new Revision(repository.commit().orElseThrow());
    }

    /// The card without the data between lines of dashes that it begins with.
    public String cardText() {
        return card.replaceFirst("(?s)\\A---\\r?\\n.*?\\n---\\r?\\n", "").strip();
    }
}
