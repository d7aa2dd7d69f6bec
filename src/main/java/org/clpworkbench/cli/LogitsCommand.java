package org.clpworkbench.cli;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.tensor.TensorSpec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `logits`: what a model says after each of some tokens, for comparing it with other programs.
@Command(
        name = "logits",
        description = "Writes a model's logits for token ids as a safetensors file.")
final class LogitsCommand extends Subcommand {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model to ask.")
    private Path model;

    @Option(
            names = "--ids",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "Token ids, separated by commas.")
    private List<Integer> ids;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write: tensor \"logits\", F32, tokens × vocabulary.")
    private Path out;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu, cuda:N or mps (default: ${DEFAULT-VALUE}).")
    private String device;

    private record Answer(Path file, long tokens, long vocabulary) {}

    @Override
    void execute(Output output) throws IOException {
        try (var decoder = LanguageModel.open(model, Devices.parse(device), Precision.FLOAT32)) {
            float[] logits = decoder.logits(ids.stream().mapToInt(Integer::intValue).toArray());
            long vocabulary = logits.length / ids.size();
            var shape = List.of((long) ids.size(), vocabulary);
            var plan = List.of(new TensorSpec("logits", DType.F32, shape));
            try (var writer = SafetensorsWriter.create(out, plan, Map.of())) {
                writer.write("logits", TensorSource.of(logits));
                writer.commit();
            }
            output.answer(
                    new Answer(out, ids.size(), vocabulary),
                    "Wrote %s: %d × %d logits".formatted(out, ids.size(), vocabulary));
        }
    }
}
