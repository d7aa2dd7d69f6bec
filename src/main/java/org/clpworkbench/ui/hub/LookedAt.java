package org.clpworkbench.ui.hub;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubFile;
import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryPage;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.ModelMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model's page and what this machine has to do with it.
///
/// @param revision that was asked for
/// @param revisions that there are, as far as the Hub tells
/// @param page empty when the Hub did not give it
/// @param refused why not; else empty
/// @param missing those of the files to fetch that are not here
/// @param memory that it takes, as far as its configuration tells
/// @param freeMemory of this machine
/// @param room for files, in bytes
/// @param here its folder, when it is whole on this machine
record LookedAt(
        RepositoryId id,
        Revision revision,
        List<Revision> revisions,
        Optional<RepositoryPage> page,
        Optional<IOException> refused,
        List<HubFile> missing,
        Optional<ModelMemory> memory,
        FreeMemory freeMemory,
        long room,
        Optional<Path> here) {
    private static final Logger LOG = LoggerFactory.getLogger(LookedAt.class);

    static LookedAt ask(HubSession hub, RepositoryId id, Revision revision, Progress progress)
            throws IOException {
        HubCache cache = hub.cache();
        try {
            RepositoryPage page = RepositoryPage.ask(hub.client(), id, revision, progress);
            List<HubFile> missing = cache.missing(id, page.commit(), page.fetched());
            boolean whole = missing.isEmpty() && !page.fetched().isEmpty();
            return new LookedAt(
                    id,
                    revision,
                    revisions(hub, id, revision, progress),
                    Optional.of(page),
                    Optional.empty(),
                    missing,
                    page.config().flatMap(ModelMemory::of),
                    FreeMemory.now(),
                    cache.room(),
                    whole ? Optional.of(cache.snapshot(id, page.commit())) : Optional.empty());
        } catch (IOException refused) {
            LOG.info("{} has no page: {}", id, refused.getMessage());
            return new LookedAt(
                    id,
                    revision,
                    List.of(revision),
                    Optional.empty(),
                    Optional.of(refused),
                    List.of(),
                    Optional.empty(),
                    FreeMemory.now(),
                    cache.room(),
                    cache.find(id, revision).filter(LookedAt::usable));
        }
    }

    /// Branches and tags; a server that is no whole Hub may not tell them.
    static List<Revision> revisions(
            HubSession hub, RepositoryId id, Revision asked, Progress progress) {
        try {
            return hub.client().revisions(id, progress);
        } catch (IOException refused) {
            LOG.info("The revisions of {} are not known: {}", id, refused.getMessage());
            return List.of(asked);
        }
    }

    private static boolean usable(Path folder) {
        try {
            ModelSummary.read(folder);
            return true;
        } catch (IOException unfinished) {
            LOG.debug("{} is not whole", folder, unfinished);
            return false;
        }
    }

    /// Bytes that are still to be fetched.
    long missingBytes() {
        return HubRepository.bytes(missing);
    }
}
