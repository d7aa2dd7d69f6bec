package org.clpworkbench.cli;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.CachedModels;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `models list`: the embedded models, those in the workspace and those of the Hub's cache.
@Command(
        name = "list",
        description =
                "Lists the embedded models, those in the workspace and those of the Hub's cache.")
final class ModelsListCommand extends Subcommand {
    /// @param origin "embedded", "workspace" or "hub"
    private record Listed(String origin, ModelSummary model) {
        /// What commands call it: one of the Hub's by its ID where that means its main revision.
        String name() {
            String own = model.name();
            return origin.equals("hub") && own.equals(ModelName.of(model.folder()))
                    ? ModelName.repository(model.folder()).orElse(own)
                    : own;
        }
    }

    @Override
    void execute(Output output) throws IOException {
        var workspace = Workspace.standard();
        var demo = EmbeddedDemo.unpack(workspace.embedded());
        var models = new ArrayList<Listed>();
        for (Path folder : demo.models()) {
            models.add(new Listed("embedded", ModelSummary.read(folder)));
        }
        for (Path folder : foldersOf(workspace.models())) {
            try {
                models.add(new Listed("workspace", ModelSummary.read(folder)));
            } catch (IOException unusable) {
                output.say("Left out: " + unusable.getMessage());
            }
        }
        var cached = new CachedModels(HubCache.of(HubEnvironment.current()));
        List<Path> listed = models.stream().map(each -> each.model.folder()).toList();
        for (ModelSummary model : cached.read(listed, output.progress())) {
            models.add(new Listed("hub", model));
        }
        var table = new TextTable("model", "origin", "parameters", "vocabulary", "type", "folder");
        for (Listed each : models) {
            ModelSummary model = each.model;
            table.row(
                    each.name(),
                    each.origin,
                    model.parameters(),
                    model.vocabularySize(),
                    model.dtype(),
                    model.folder());
        }
        output.answer(Map.of("models", models), table.toString());
    }

    private static List<Path> foldersOf(Path models) throws IOException {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (var folders = Files.list(models)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve("config.json")))
                    .sorted()
                    .toList();
        }
    }
}
