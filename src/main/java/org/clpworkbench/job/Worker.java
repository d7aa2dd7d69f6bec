package org.clpworkbench.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /// How CUDA counts the GPUs.
    private static final String GPU_ORDER = "CUDA_DEVICE_ORDER";

    private static final String WORKSPACE_PROPERTY = "clp.workspace";

    private Worker() {}

    /// What a child does without.
    ///
    /// @param sharing children that share the processor's cores, this one included
    /// @param withoutJars beginnings of the names of jars that are left out of its class path
    public record Limits(int sharing, List<String> withoutJars) {
        public Limits {
            withoutJars = List.copyOf(withoutJars);
        }
    }

    /// Starts the program with `arguments`; what it prints is appended to `log`.
    public static Process start(List<String> arguments, Path log, Limits limits)
            throws IOException {
        return child(arguments, limits)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .start();
    }

    /// Starts the program to talk with it through its standard input and output; what it prints on
    /// standard error is appended to `log`.
    public static Process converse(List<String> arguments, Path log, Limits limits)
            throws IOException {
        return child(arguments, limits)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static ProcessBuilder child(List<String> arguments, Limits limits) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        String workspace = System.getProperty(WORKSPACE_PROPERTY, "");
        if (!workspace.isEmpty()) {
            command.add("-D" + WORKSPACE_PROPERTY + "=" + workspace);
        }
        command.add("-classpath");
        command.add(classPath(limits.withoutJars()));
        command.add(MAIN_CLASS);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        // as the driver counts them, whose names and numbers people choose from
        builder.environment().put(GPU_ORDER, "PCI_BUS_ID");
        if (limits.sharing() > 1) {
            int threads =
                    Math.max(1, Runtime.getRuntime().availableProcessors() / limits.sharing());
            builder.environment().put(THREADS, String.valueOf(threads));
        }
        return builder;
    }

    /// Surefire hands its class path over in a property of its own.
    static String classPath(List<String> withoutJars) {
        String whole =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(whole)
                .filter(entry -> !isOneOf(entry, withoutJars))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOneOf(String entry, List<String> jars) {
        String name = new File(entry).getName();
        return jars.stream().anyMatch(name::startsWith);
    }

    /// Why a child failed: the last sentence of its log, without the program's name before it and
    /// the hint at the help after it.
    public static String lastSentence(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("See "))
                .reduce((before, last) -> last)
                .map(line -> line.replaceFirst("^[a-z-]+: ", ""))
                .orElse("The process ended without a word; try it on the command line.");
    }

    private static File nullDevice() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
