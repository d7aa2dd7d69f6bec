package org.clpworkbench.embedded;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.CheckpointWriter;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.PlannedTensor;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Map;

/// Puts the models and texts that `packaging/embedded-models` made into the program's resources:
/// `PackEmbedded MADE RESOURCES`. The models are rounded to half precision, the texts taken as they
/// are.
final class PackEmbedded {
    private PackEmbedded() {}

    public static void main(String[] arguments) throws IOException {
        Path made = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        EmbeddedDemo from = EmbeddedDemo.in(made);
        EmbeddedDemo to = EmbeddedDemo.in(target);
        for (int i = 0; i < from.models().size(); i++) {
            halve(from.models().get(i), to.models().get(i));
        }
        for (int i = 0; i < from.targets().size(); i++) {
            copy(from.targets().get(i).training(), to.targets().get(i).training());
            copy(from.targets().get(i).validation(), to.targets().get(i).validation());
        }
        Files.deleteIfExists(target.resolve(EmbeddedDemo.MANIFEST));
        var lines = new ArrayList<String>();
        try (var files = Files.walk(target)) {
            for (Path file : files.filter(PackEmbedded::isPacked).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                String path = target.relativize(file).toString().replace('\\', '/');
                lines.add(EmbeddedDemo.sha256(content) + " " + content.length + " " + path);
            }
        }
        Files.writeString(target.resolve(EmbeddedDemo.MANIFEST), String.join("\n", lines) + "\n");
    }

    /// The sentences of the package lie in the same folder.
    private static boolean isPacked(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".properties");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void halve(Path model, Path target) throws IOException {
        try (var checkpoint = Checkpoint.open(model);
                var writer = CheckpointWriter.create(target, true)) {
            ObjectNode config = checkpoint.config().json().deepCopy();
            writer.config(config.put("dtype", "float16"));
            byte[] generation = Files.readAllBytes(model.resolve(ModelConfig.GENERATION_FILE));
            writer.generationConfig((ObjectNode) new JsonMapper().readTree(generation));
            writer.copyTokenizer(model);
            var tensors = new ArrayList<PlannedTensor>();
            for (TensorEntry entry : checkpoint.entries().values()) {
                var source = TensorSource.of(checkpoint.tensor(entry.name()).floats());
                tensors.add(new PlannedTensor(entry.name(), DType.F16, entry.shape(), source));
            }
            writer.tensors(tensors, Map.of("format", "pt"));
            writer.commit();
        }
    }
}
