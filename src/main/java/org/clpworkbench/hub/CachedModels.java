package org.clpworkbench.hub;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.job.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The models in the Hub's cache that the program can use, whoever fetched them.
public record CachedModels(HubCache cache) {
    private static final Logger LOG = LoggerFactory.getLogger(CachedModels.class);

    /// Reads the headers of each once. What is here in parts, or of a kind that the program does
    /// not know, is left out without a word to the user: others keep theirs in this cache, too.
    ///
    /// @param listed folders of models that are known already, under whatever path
    /// @throws IOException when the cache cannot be read
    public List<ModelSummary> read(Collection<Path> listed, Progress progress) throws IOException {
        Set<Path> known = new HashSet<>();
        for (Path folder : listed) {
            known.add(folder.toRealPath());
        }
        var models = new ArrayList<ModelSummary>();
        for (HubCache.Kept kept : cache.list(RepositoryKind.MODEL)) {
            progress.checkCancelled();
            Path snapshot = kept.snapshot();
            if (!hasTokenizer(snapshot) || !known.add(snapshot.toRealPath())) {
                continue;
            }
            try {
                models.add(ModelSummary.read(snapshot));
            } catch (IOException unusable) {
                LOG.info("{} is left out of the models: {}", snapshot, unusable.getMessage());
            }
        }
        return models;
    }

    private static boolean hasTokenizer(Path snapshot) {
        return Files.isRegularFile(snapshot.resolve("tokenizer.json"));
    }
}
