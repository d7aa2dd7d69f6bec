package org.clpworkbench.cli;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `models list`: the embedded models and those in the workspace.
@Command(name = "list", description = "Lists the embedded models and those in the workspace.")
final class ModelsListCommand extends Subcommand {
    /// @param origin "embedded" or "workspace"
    private record Listed(String origin, ModelSummary model) {}

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
        var table = new TextTable("model", "origin", "parameters", "vocabulary", "type", "folder");
        for (Listed each : models) {
            ModelSummary model = each.model;
            table.row(
                    model.name(),
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
