package org.clpworkbench.cli;

import org.clpworkbench.hub.HubServer;
import org.clpworkbench.hub.ServedModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Commands as processes of their own, with an environment that names a Hub of the test's and a log
/// file in the test's workspace.
@Timeout(120)
abstract class HubCommandCase {
    static final String ID = "somebody/tiny";

    @TempDir Path home;
    Map<String, byte[]> files = Map.of();
    HubServer server;

    @BeforeEach
    void start() throws IOException {
        files = ServedModels.tiny(home.resolve("tiny"));
        server = new HubServer().model(ID, files).model("somebody/gated", files, "gated");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Path log() {
        return home.resolve("workspace/logs/clp-workbench.log");
    }

    /// The program's own, without the tests' logback-test.xml, which would send the log elsewhere.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Files.exists(Path.of(entry).resolve("logback-test.xml")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Process process(Map<String, String> more, Object... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                "org.clpworkbench.Launcher"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HF_"));
        builder.environment().putAll(server.variables(home));
        builder.environment().put("CLP_WORKSPACE", home.resolve("workspace").toString());
        builder.environment().putAll(more);
        return builder.start();
    }

    CommandRun run(Map<String, String> more, String input, Object... arguments)
            throws IOException, InterruptedException {
        Process process = process(more, arguments);
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandRun(process.waitFor(), answer, said);
    }

    CommandRun run(Object... arguments) throws IOException, InterruptedException {
        return run(Map.of(), "", arguments);
    }
}
