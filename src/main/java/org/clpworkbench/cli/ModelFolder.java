package org.clpworkbench.cli;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.ITypeConverter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A model on the command line: a folder, or the name of one that `models list` shows.
final class ModelFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) throws IOException {
        Path path = Path.of(value);
        if (Files.exists(path) || path.isAbsolute() || path.getNameCount() != 1) {
            return path;
        }
        var workspace = Workspace.standard();
        Path own = workspace.models().resolve(path);
        if (Files.isDirectory(own)) {
            return own;
        }
        var demo = EmbeddedDemo.unpack(workspace.embedded());
        return List.of(demo.source(), demo.helper()).stream()
                .filter(embedded -> embedded.endsWith(path))
                .findFirst()
                .orElse(path);
    }
}
