package org.clpworkbench.ui.hub;

import org.clpworkbench.hub.DownloadRequest;
import org.clpworkbench.hub.FileChoice;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryKind;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.problem.ToldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files of a data set of the Hub that somebody may want to train on.
///
/// @param revisions that there are, as far as the Hub tells
/// @param files those that are meant; none where the Hub does not tell
/// @param missing those of them that are not here
/// @param set as the Hub describes it; empty where it does not
/// @param closed whether its authors want to know who fetches it, and nobody is logged in
/// @param here the snapshot, where nothing is missing
/// @param refused why the Hub does not tell; empty where it does
record OfferedTexts(
        DownloadRequest request,
        List<Revision> revisions,
        List<HubFile> files,
        List<HubFile> missing,
        Optional<HubRepository> set,
        boolean closed,
        Optional<Path> here,
        Optional<IOException> refused) {
    private static final Logger LOG = LoggerFactory.getLogger(OfferedTexts.class);

    /// Asks for them; without an answer of the Hub's, what is here of the data set is offered.
    ///
    /// @param name of the data set
    /// @param pattern as a [FileChoice] reads it; empty for all texts
    /// @param revision its name
    /// @throws IOException when there is neither
    static OfferedTexts ask(
            HubSession hub, String name, String pattern, String revision, Progress progress)
            throws IOException {
        var request = request(name, pattern, revision);
        RepositoryId id = request.id();
        HubCache cache = hub.cache();
        try {
            HubRepository set = hub.client().repository(id, request.revision(), progress);
            var commit = new Revision(set.commit().orElseThrow());
            List<HubFile> files = request.files().of(set);
            List<HubFile> missing = cache.missing(id, commit, files);
            boolean whole = missing.isEmpty() && !files.isEmpty();
            return new OfferedTexts(
                    request,
                    LookedAt.revisions(hub, id, request.revision(), progress),
                    files,
                    missing,
                    Optional.of(set),
                    set.gated() && hub.environment().token().isEmpty(),
                    whole ? Optional.of(cache.snapshot(id, commit)) : Optional.empty(),
                    Optional.empty());
        } catch (IOException refused) {
            Optional<Path> kept = cache.find(id, request.revision());
            if (kept.isEmpty()) {
                throw refused;
            }
            LOG.info("Of {} is known what is here: {}", id, refused.getMessage());
            return new OfferedTexts(
                    request,
                    List.of(request.revision()),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false,
                    kept,
                    Optional.of(refused));
        }
    }

    private static DownloadRequest request(String name, String pattern, String revision)
            throws IOException {
        try {
            return new DownloadRequest(
                    new RepositoryId(RepositoryKind.DATA_SET, name),
                    new Revision(revision),
                    new FileChoice(pattern.isEmpty() ? List.of() : List.of(pattern), List.of()));
        } catch (ToldArgumentException none) {
            throw new ToldException(none.told().orElseThrow(), none);
        }
    }

    /// How many files the data set has.
    int of() {
        return set.map(all -> all.files().size()).orElse(0);
    }

    /// Whether files are to be fetched that the Hub will not give.
    boolean blocked() {
        return closed && here.isEmpty() && !missing.isEmpty();
    }

    /// Bytes that are still to be fetched.
    long missingBytes() {
        return HubRepository.bytes(missing);
    }

    long bytes() {
        return HubRepository.bytes(files);
    }

    /// Where texts lie that were fetched by a request: their folder, or a pattern of files, whose
    /// `*` goes across folders by being two.
    static String local(DownloadRequest request, Path snapshot) {
        return request.files().include().stream()
                .findFirst()
                .map(pattern -> pattern.replaceFirst("/$", "").replaceAll("\\*+", "**"))
                .map(pattern -> snapshot + "/" + pattern)
                .orElse(snapshot.toString());
    }
}
