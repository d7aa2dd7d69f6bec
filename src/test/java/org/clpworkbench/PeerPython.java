package org.clpworkbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The Python with torch and transformers that tests tagged `peers` compare with. It is named by
/// `CLP_PEERS_PYTHON` (or `-Dclp.peers.python`); without it such a test fails: one that is skipped
/// would pass for a comparison.
public record PeerPython(Path executable) {
    public static final String VARIABLE = "CLP_PEERS_PYTHON";

    private static final Pattern HUB =
            Pattern.compile("HF_|HUGGING|TRANSFORMERS_OFFLINE|XDG_CACHE_HOME");

    public static PeerPython required() {
        Optional<Path> found =
                Optional.ofNullable(System.getProperty("clp.peers.python"))
                        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                        .map(Path::of)
                        .filter(Files::isExecutable);
        return found.map(PeerPython::new)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "needs a Python with torch and transformers: set "
                                                + VARIABLE
                                                + " to it"));
    }

    /// Runs a script and gives back what it prints on both streams; fails when it does.
    public String run(Path script, List<String> arguments)
            throws IOException, InterruptedException {
        return run(Map.of(), script, arguments);
    }

    /// The same with more in its environment, where the Hub's variables are only those given.
    public String run(Map<String, String> variables, Path script, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(executable.toString(), script.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> HUB.matcher(name).lookingAt());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " ended with an error:\n" + output);
        }
        return output;
    }
}
