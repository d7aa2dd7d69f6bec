package org.clpworkbench.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts child processes of this same program: the same Java, modules, class path and main class,
/// other arguments; a workspace set by property is handed on. A child outlives the window that
/// started it.
public final class Worker {
    private static final String MAIN_CLASS = "org.clpworkbench.Launcher";

    /// As in the start script.
    private static final List<String> JAVA_OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xmn240m", "--enable-native-access=ALL-UNNAMED");

    /// How many threads libtorch computes on.
    private static final String THREADS = "OMP_NUM_THREADS";

    private static final String WORKSPACE_PROPERTY = "clp.workspace";

    private Worker() {}

    /// Starts the program with `arguments`; what it prints is appended to `log`.
    public static Process start(List<String> arguments, Path log) throws IOException {
        return start(arguments, log, 1);
    }

    /// The same beside others.
    ///
    /// @param sharing children that share the processor's cores, this one included
    public static Process start(List<String> arguments, Path log, int sharing) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        String workspace = System.getProperty(WORKSPACE_PROPERTY, "");
        if (!workspace.isEmpty()) {
            command.add("-D" + WORKSPACE_PROPERTY + "=" + workspace);
        }
        command.add("-classpath");
        command.add(classPath());
        command.add(MAIN_CLASS);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        if (sharing > 1) {
            int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / sharing);
            builder.environment().put(THREADS, String.valueOf(threads));
        }
        return builder.redirectErrorStream(true)
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
