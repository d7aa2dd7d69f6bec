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
/// one of the Hub's that `hub download` has fetched, as ID@REVISION where it is not of `main`.
final class ModelFolder implements ITypeConverter<Path> {
    private static final String NOT_HERE =
            "There is no folder %1$s@%2$s, and revision %2$s of %1$s is not on this machine; fetch"
                    + " it with `hub download %1$s --revision %2$s`.";

    @Override
    public Path convert(String value) throws IOException {
        Path path = Path.of(value);
        if (Files.exists(path) || path.isAbsolute()) {
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
        int at = value.indexOf('@');
        String name = at < 0 ? value : value.substring(0, at);
        if (!RepositoryId.valid(name)) {
            return path;
        }
        var id = new RepositoryId(name);
        return at < 0
                ? fetched(id, Revision.MAIN).orElse(path)
                : revision(id, value.substring(at + 1));
    }

    private static Path revision(RepositoryId id, String name) throws IOException {
        Revision revision = new RevisionArgument().convert(name);
        return fetched(id, revision)
                .orElseThrow(() -> new IOException(NOT_HERE.formatted(id, revision)));
    }

    private static Optional<Path> fetched(RepositoryId id, Revision revision) throws IOException {
        return HubCache.of(HubEnvironment.current()).find(id, revision);
    }
}
