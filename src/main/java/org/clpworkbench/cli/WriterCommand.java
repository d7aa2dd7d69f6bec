package org.clpworkbench.cli;

import org.clpworkbench.generation.WriterService;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// `writer`: what the window starts as a child process to let a model write.
@Command(
        name = "writer",
        hidden = true,
        description = "Continues the texts that come on its standard input.")
final class WriterCommand extends Subcommand {
    @Parameters(paramLabel = "DIR", description = "Model that writes.")
    private Path model;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu, cuda:N or mps (default: ${DEFAULT-VALUE}).")
    private String device;

    @Override
    void execute(Output output) throws IOException, InterruptedException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var answers = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        WriterService.serve(model, device, input, answers);
    }
}
