package org.clpworkbench.cli;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.Revision;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.ITypeConverter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A model on the command line: a folder, the name of one that `models list` shows, or the ID of
/// one of the Hub's that `hub download` has fetched.
final class ModelFolder implements ITypeConverter<Path> {
    private static final int MOST_NAMES = 2;

    @Override
    public Path convert(String value) throws IOException {
        Path path = Path.of(value);
        if (Files.exists(path) || path.isAbsolute() || path.getNameCount() > MOST_NAMES) {
            return path;
        }
        if (path.getNameCount() == 1) {
            var workspace = Workspace.standard();
            Path own = workspace.models().resolve(path);
            if (Files.isDirectory(own)) {
                return own;
            }
            var demo = EmbeddedDemo.unpack(workspace.embedded());
            for (Path embedded : demo.models()) {
                if (embedded.endsWith(path)) {
                    return embedded;
                }
            }
        }
        return fetched(value).orElse(path);
    }

    private static Optional<Path> fetched(String value) throws IOException {
        if (!RepositoryId.valid(value)) {
            return Optional.empty();
        }
        var cache = HubCache.of(HubEnvironment.current());
        return cache.find(new RepositoryId(value), Revision.MAIN);
    }
}
