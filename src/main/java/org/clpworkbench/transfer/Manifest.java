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
        root.putObject("spec")
                .put("method", spec.method())
                .put("matching", spec.matching().name().toLowerCase(Locale.ROOT))
                .put("seed", spec.seed())
                .put("padTo", spec.padTo());
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

    /// Whether the manifest in a folder, if there is one, says that this transfer made it.
    static boolean tellsOf(Path folder, TransferSpec spec) throws IOException {
        Path file = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        JsonNode root = new JsonMapper().readTree(file.toFile());
        JsonNode made = root.path("spec");
        return made.path("method").asText().equals(spec.method())
                && made.path("matching")
                        .asText()
                        .equals(spec.matching().name().toLowerCase(Locale.ROOT))
                && made.path("seed").asText().equals(Long.toString(spec.seed()))
                && made.path("padTo").asInt() == spec.padTo()
                && root.path("source").path("folder").asText().equals(spec.source().toString())
                && root.path("helper").path("folder").asText().equals(spec.helper().toString());
    }

    private static ObjectNode input(Checkpoint model, Progress progress) throws IOException {
        ObjectNode node = new JsonMapper().createObjectNode();
        node.put("name", name(model.folder()));
        node.put("folder", model.folder().toString());
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
