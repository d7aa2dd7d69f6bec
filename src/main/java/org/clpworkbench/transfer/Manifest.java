package org.clpworkbench.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.checkpoint.TokenizerFiles;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a transfer was made of and what it gave, by SHA-256: the same inputs and seed give the same
/// manifest.
final class Manifest {
    private static final Set<String> NOT_REPEATABLE =
            Set.of(CrossLingualTransfer.REPORT_FILE, CrossLingualTransfer.MANIFEST_FILE);

    private Manifest() {}

    /// @param source SHA-256 of each tensor of the source
    /// @param written SHA-256 of each tensor of the output
    static ObjectNode of(
            TransferSpec spec,
            Pair pair,
            Path output,
            Map<String, String> source,
            Map<String, String> written,
            Progress progress)
            throws IOException {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("program", "clp-workbench");
        root.put("version", version());
        root.set("spec", spec(spec, progress));
        root.set("source", input(pair.source(), source, progress));
        root.set("helper", input(pair.helper(), Map.of(), progress));
        ObjectNode made = root.putObject("output");
        try (var model = Checkpoint.open(output);
                var list = Files.list(output)) {
            var fingerprint = Fingerprint.of(model, written, progress);
            made.put("weights", fingerprint.weights());
            ObjectNode files = made.putObject("files");
            for (Path file : list.sorted().toList()) {
                if (!NOT_REPEATABLE.contains(name(file)) && !model.files().contains(file)) {
                    files.put(name(file), Sha256.of(file, progress));
                }
            }
            fingerprint.tensors().forEach(made.putObject("tensors")::put);
        }
        return root;
    }

    /// The method that made the model in a folder; empty where no manifest says so.
    static Optional<String> method(Path folder) {
        try {
            Path file = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
            JsonNode root = new JsonMapper().readTree(file.toFile());
            return Optional.of(root.path("spec").path("method").asText())
                    .filter(method -> !method.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether the manifest in a folder, if there is one, says that this transfer made it, from
    /// inputs with the same hashes.
    static boolean tellsOf(Path folder, TransferSpec spec) throws IOException {
        Path file = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        JsonNode root = new JsonMapper().readTree(file.toFile());
        if (!root.path("spec").equals(spec(spec, Progress.unwatched()))) {
            return false;
        }
        try (var source = Checkpoint.open(spec.source());
                var helper = Checkpoint.open(spec.helper())) {
            return root.path("source").equals(input(source, Map.of(), Progress.unwatched()))
                    && root.path("helper").equals(input(helper, Map.of(), Progress.unwatched()));
        }
    }

    /// Whether the manifest in a folder says that source and helper had these names, configurations
    /// and tokenizers. Their weights are not read.
    static boolean tellsOfPair(Path folder, Path source, Path helper) throws IOException {
        Path file = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        JsonNode root = new JsonMapper().readTree(file.toFile());
        return isInput(root.path("source"), source) && isInput(root.path("helper"), helper);
    }

    /// The first of some folders that the manifest in a folder says was the transfer's source or
    /// helper. Their weights are not read.
    ///
    /// @param role "source" or "helper"
    static Optional<Path> input(String role, Path folder, List<Path> among) throws IOException {
        Path file = folder.resolve(CrossLingualTransfer.MANIFEST_FILE);
        if (Files.isRegularFile(file)) {
            JsonNode told = new JsonMapper().readTree(file.toFile()).path(role);
            for (Path each : among) {
                if (isInput(told, each)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isInput(JsonNode told, Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        return told.path("name").asText().equals(name(whole))
                && told.path("files").equals(files(whole, Progress.unwatched()));
    }

    private static ObjectNode spec(TransferSpec spec, Progress progress) throws IOException {
        ObjectNode node = new JsonMapper().createObjectNode();
        node.put("method", spec.method())
                .put("matching", spec.recipe().matching().word())
                .put("space", spec.recipe().space().word())
                .put("weighting", spec.recipe().weighting())
                .put("seed", spec.seed())
                .put("padTo", spec.padTo());
        if (spec.recipe().space().readsTexts()) {
            text(node, "text", spec.texts().target(), progress);
            text(node, "sourceText", spec.texts().source(), progress);
            text(node, "dictionary", spec.texts().dictionary(), progress);
        }
        // as it is read back: a small seed comes as an int
        return (ObjectNode) new JsonMapper().readTree(node.toString());
    }

    private static void text(ObjectNode node, String field, Optional<Path> file, Progress progress)
            throws IOException {
        if (file.isPresent()) {
            node.put(field, Sha256.of(file.get(), progress));
        }
    }

    private static ObjectNode input(Checkpoint model, Map<String, String> known, Progress progress)
            throws IOException {
        ObjectNode node = new JsonMapper().createObjectNode();
        node.put("name", name(model.folder()));
        node.put("weights", Fingerprint.of(model, known, progress).weights());
        node.set("files", files(model.folder(), progress));
        return node;
    }

    private static ObjectNode files(Path folder, Progress progress) throws IOException {
        ObjectNode files = new JsonMapper().createObjectNode();
        files.put(ModelConfig.FILE, Sha256.of(folder.resolve(ModelConfig.FILE), progress));
        for (Path file : TokenizerFiles.in(folder)) {
            files.put(name(file), Sha256.of(file, progress));
        }
        return files;
    }

    private static String version() {
        return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .orElse("from sources");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
