package org.clpworkbench.ui.models;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.CachedModels;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What is at hand on this machine.
///
/// @param models the embedded source and helpers first, then the workspace's, then those opened by
///   hand, then the others of the Hub's cache
/// @param problems a sentence for each folder that looks like a model and cannot be used
record ModelCatalog(EmbeddedDemo demo, List<ModelEntry> models, List<String> problems) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCatalog.class);

    /// Reads the headers of every model at hand; unpacks the embedded ones when that is still to be
    /// done.
    static ModelCatalog read(
            Workspace workspace, List<Path> recent, HubCache hub, Progress progress)
            throws IOException {
        progress.stage("Unpacking the embedded models");
        EmbeddedDemo demo = EmbeddedDemo.unpack(workspace.embedded());
        var models = new ArrayList<ModelEntry>();
        models.add(embedded(demo.source(), "English small"));
        models.add(embedded(demo.german().helper(), "German helper"));
        models.add(embedded(demo.spanish().helper(), "Spanish helper"));
        progress.stage("Reading the models at hand");
        var problems = new ArrayList<String>();
        LinkedHashSet<Path> folders = folders(workspace, recent);
        for (Path folder : folders) {
            progress.checkCancelled();
            try {
                models.add(ModelEntry.read(folder));
            } catch (IOException unusable) {
                LOG.warn("{} is left out of the models", folder, unusable);
                problems.add(Failure.reason(unusable));
            }
        }
        try {
            for (ModelSummary cached : new CachedModels(hub).read(folders, progress)) {
                models.add(ModelEntry.of(cached));
            }
        } catch (IOException unreadable) {
            LOG.warn("The Hub's cache cannot be read", unreadable);
            problems.add(Failure.reason(unreadable));
        }
        return new ModelCatalog(demo, models, problems);
    }

    private static LinkedHashSet<Path> folders(Workspace workspace, List<Path> recent)
            throws IOException {
        var folders = new LinkedHashSet<Path>();
        if (Files.isDirectory(workspace.models())) {
            try (Stream<Path> children = Files.list(workspace.models())) {
                children.filter(ModelCatalog::looksLikeAModel).sorted().forEach(folders::add);
            }
        }
        recent.stream().filter(ModelCatalog::looksLikeAModel).forEach(folders::add);
        return folders;
    }

    private static boolean looksLikeAModel(Path folder) {
        return Files.isRegularFile(folder.resolve("config.json"));
    }

    private static ModelEntry embedded(Path folder, String name) throws IOException {
        ModelSummary read = ModelSummary.read(folder);
        return ModelEntry.embedded(
                new ModelSummary(
                        name,
                        read.folder(),
                        read.modelType(),
                        read.parameters(),
                        read.layers(),
                        read.width(),
                        read.heads(),
                        read.vocabularySize(),
                        read.contextLength(),
                        read.tied(),
                        read.dtype(),
                        read.bytes()));
    }
}
