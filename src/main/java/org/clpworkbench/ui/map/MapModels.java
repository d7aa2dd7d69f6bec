package org.clpworkbench.ui.map;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.map.MapModel.Role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The models that a pair can draw: its helper, its source, and what was transferred.
final class MapModels {
    private final Texts texts;

    MapModels(Texts texts) {
        this.texts = texts;
    }

    List<MapModel> of(ModelSummary source, ModelSummary helper, Workspace workspace)
            throws IOException {
        var models = new ArrayList<MapModel>();
        models.add(model(Role.HELPER, helper.name(), helper.folder()));
        models.add(model(Role.SOURCE, source.name(), source.folder()));
        if (Files.isDirectory(workspace.models())) {
            try (Stream<Path> folders = Files.list(workspace.models())) {
                for (Path folder : folders.sorted().toList()) {
                    if (Files.isRegularFile(folder.resolve(CrossLingualTransfer.MANIFEST_FILE))) {
                        String name = String.valueOf(folder.getFileName());
                        models.add(model(Role.TRANSFERRED, name, folder));
                    }
                }
            }
        }
        return List.copyOf(models);
    }

    private MapModel model(Role role, String name, Path folder) {
        String words =
                switch (role) {
                    case HELPER -> texts.get("model.helper", name);
                    case SOURCE -> texts.get("model.source", name);
                    case TRANSFERRED -> texts.get("model.transferred", name);
                };
        return new MapModel(words, name, role, folder);
    }
}
