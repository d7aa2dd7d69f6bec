package org.clpworkbench.cli;

import org.clpworkbench.generation.TextRequest;
import org.clpworkbench.generation.TextWriter;
import org.clpworkbench.lm.Sampling;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// `generate`: lets a model continue a text.
@Command(name = "generate", description = "Continues a text.")
final class GenerateCommand extends Subcommand {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model that writes.")
    private Path model;

    @Option(
            names = "--prompt",
            required = true,
            paramLabel = "STRING",
            description = "How the text begins.")
    private String prompt;

    @Option(
            names = "--tokens",
            defaultValue = "40",
            paramLabel = "N",
            description = "New tokens (default: ${DEFAULT-VALUE}).")
    private int tokens;

    @Option(
            names = "--temperature",
            defaultValue = "0.8",
            paramLabel = "X",
            description = "0 takes the likeliest token each time (default: ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(
            names = "--top-k",
            defaultValue = "50",
            paramLabel = "K",
            description = "Draw among the K likeliest (default: ${DEFAULT-VALUE}).")
    private int topK;

    @Option(
            names = "--top-p",
            defaultValue = "1",
            paramLabel = "P",
            description =
                    "Of those, among the likeliest that make up P together (default:"
                            + " ${DEFAULT-VALUE}).")
    private double topP;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Seed of the draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu, cuda:N or mps (default: ${DEFAULT-VALUE}).")
    private String device;

    private record Answer(Path model, String prompt, String text, int[] ids) {}

    @Override
    void execute(Output output) throws IOException {
        if (tokens < 1) {
            throw wrongUsage("--tokens must be at least 1, not " + tokens + ".");
        }
        if (prompt.isEmpty()) {
            throw wrongUsage("--prompt is empty; give the text something to begin with.");
        }
        try (var writer = TextWriter.open(model, device)) {
            var request =
                    new TextRequest(prompt, tokens, new Sampling(temperature, topK, topP, seed));
            int[] ids = writer.write(request, () -> !output.progress().cancelled(), _ -> {});
            String text = writer.text(ids);
            output.answer(new Answer(model, prompt, text, ids), text);
        }
    }
}
