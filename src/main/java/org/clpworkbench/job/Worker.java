package org.clpworkbench.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts child processes of this same program: the same Java, modules, class path and main class,
/// other arguments. A child outlives the window that started it.
public final class Worker {
    private static final String MAIN_CLASS = "org.clpworkbench.Launcher";

    private Worker() {}

    /// Starts the program with `arguments`; what it prints is appended to `log`.
    public static Process start(List<String> arguments, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-classpath");
        command.add(classPath());
        command.add(MAIN_CLASS);
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .start();
    }

    /// Surefire hands its class path over in a property of its own.
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static File nullDevice() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
