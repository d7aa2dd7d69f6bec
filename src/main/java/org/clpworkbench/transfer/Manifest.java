package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.TokenizerFiles;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a transfer was made of and what it gave, by SHA-256: the same inputs and seed give the same
/// manifest.
final class Manifest {
    private static final Set<String> NOT_REPEATABLE =
            Set.of(CrossLingualTransfer.REPORT_FILE, CrossLingualTransfer.MANIFEST_FILE);

    private Manifest() {}

    static ObjectNode of(TransferSpec spec, Pair pair, Path output, Progress progress)
            throws IOException {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("program", "clp-workbench");
        root.put("version", version());
        root.set("spec", spec(spec));
        root.set("source", input(pair.source(), progress));
        root.set("helper", input(pair.helper(), progress));
        ObjectNode files = root.putObject("output");
        try (var list = Files.list(output)) {
            for (Path file : list.sorted().toList()) {
                if (!NOT_REPEATABLE.contains(name(file))) {
                    files.put(name(file), Sha256.of(file, progress));
                }
            }
        }
        return root;
    }

    /// Whether the manifest in a folder, if there is one, says that this transfer made it, from
    /// files with the same hashes.
    static boolean tellsOf(Path folder, TransferSpec spec) throws IOException {
        Path file = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        JsonNode root = new JsonMapper().readTree(file.toFile());
        if (!root.path("spec").equals(spec(spec))) {
            return false;
        }
        try (var source = Checkpoint.open(spec.source());
                var helper = Checkpoint.open(spec.helper())) {
            return root.path("source").equals(input(source, Progress.unwatched()))
                    && root.path("helper").equals(input(helper, Progress.unwatched()));
        }
    }

    private static ObjectNode spec(TransferSpec spec) throws IOException {
        ObjectNode node = new JsonMapper().createObjectNode();
        node.put("method", spec.method())
                .put("matching", spec.matching().name().toLowerCase(Locale.ROOT))
                .put("seed", spec.seed())
                .put("padTo", spec.padTo());
        // as it is read back: a small seed comes as an int
        return (ObjectNode) new JsonMapper().readTree(node.toString());
    }

    private static ObjectNode input(Checkpoint model, Progress progress) throws IOException {
        ObjectNode node = new JsonMapper().createObjectNode();
        node.put("name", name(model.folder()));
        ObjectNode files = node.putObject("files");
        for (List<Path> some : List.of(model.files(), TokenizerFiles.in(model.folder()))) {
            for (Path file : some) {
                files.put(name(file), Sha256.of(file, progress));
            }
        }
        return node;
    }

    private static String version() {
        return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .orElse("from sources");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
