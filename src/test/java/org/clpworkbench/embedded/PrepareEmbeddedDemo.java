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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the embedded demo anew: `PrepareEmbeddedDemo SOURCE HELPER TEXT RESOURCES`. The models are
/// rounded to half precision; the text, a paragraph a line, is cut into blocks of 100 paragraphs,
/// every twelfth of which is held out for validation.
final class PrepareEmbeddedDemo {
    private static final int BLOCK = 100;
    private static final int HELD_OUT = 12;

    private PrepareEmbeddedDemo() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[3]);
        halve(Path.of(arguments[0]), target.resolve("english-small"));
        halve(Path.of(arguments[1]), target.resolve("german-helper"));
        split(Path.of(arguments[2]), target);
        Files.deleteIfExists(target.resolve(EmbeddedDemo.MANIFEST));
        var lines = new ArrayList<String>();
        try (var files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                String path = target.relativize(file).toString().replace('\\', '/');
                lines.add(EmbeddedDemo.sha256(content) + " " + content.length + " " + path);
            }
        }
        Files.writeString(target.resolve(EmbeddedDemo.MANIFEST), String.join("\n", lines) + "\n");
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

    private static void split(Path text, Path target) throws IOException {
        List<String> paragraphs = Files.readAllLines(text, StandardCharsets.UTF_8);
        var training = new StringBuilder();
        var validation = new StringBuilder();
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean heldOut = (i / BLOCK + 1) % HELD_OUT == 0;
            (heldOut ? validation : training).append(paragraphs.get(i)).append('\n');
        }
        Files.writeString(target.resolve("german-train.txt"), training);
        Files.writeString(target.resolve("german-validation.txt"), validation);
    }
}
