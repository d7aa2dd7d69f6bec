package org.clpworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the start script with a Java that only prints, one to a line, what it is given.
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartScriptTest {
    @TempDir private Path temporary;

    @Test
    void handsArgumentsWithSpacesOn() throws Exception {
        assertThat(start(installed(), "neighbours", "--token", "der Hund", ""))
                .endsWith("org.clpworkbench.Launcher", "neighbours", "--token", "der Hund", "");
    }

    @Test
    void findsItsJarsThroughALinkToALink() throws Exception {
        Path script = installed();
        Path home = temporary.resolve("a folder").toRealPath();
        Path near = Files.createSymbolicLink(script.resolveSibling("near"), script.getFileName());
        Path far = Files.createSymbolicLink(temporary.resolve("far"), near);
        assertThat(start(far, "runs")).contains(home + "/javafx", home + "/lib/*");
    }

    @Test
    void startsTheWindowWithoutArguments() throws Exception {
        assertThat(start(installed()))
                .contains("-XX:+AutoCreateSharedArchive")
                .endsWith("org.clpworkbench.Launcher");
    }

    @Test
    void usesTheClassArchiveThatCameWithTheseJars() throws Exception {
        Path script = installed();
        Path home = temporary.resolve("a folder").toRealPath();
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/clp-workbench-1.jar"), "");
        Path archive = Files.writeString(home.resolve("window-" + archiveName(script)), "");

        assertThat(start(script))
                .contains("-XX:SharedArchiveFile=" + archive)
                .doesNotContain("-XX:+AutoCreateSharedArchive");
    }

    /// What the script calls the archive that it would make for these jars.
    private String archiveName(Path script) throws Exception {
        String made =
                start(script).stream()
                        .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                        .findFirst()
                        .orElseThrow();
        return made.substring(made.lastIndexOf('/') + 1);
    }

    @Test
    void givesTheProgramsExitStatusBack() throws Exception {
        Process process = process(installed(), "exit", "130");
        assertThat(process.waitFor()).isEqualTo(130);
    }

    /// The script in a folder with a space in its name.
    private Path installed() throws IOException {
        Path bin = Files.createDirectories(temporary.resolve("a folder/bin"));
        return Files.copy(Path.of("packaging/bin/clp-workbench"), bin.resolve("clp-workbench"));
    }

    private List<String> start(Path script, String... arguments) throws Exception {
        Process process = process(script, arguments);
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }

    private Process process(Path script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", printingJava().toString());
        builder.environment().put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
        return builder.start();
    }

    /// Ends with 130 when `exit` is among its arguments.
    private Path printingJava() throws IOException {
        Path home = Files.createDirectories(temporary.resolve("jdk/bin"));
        Path java = home.resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/sh
                for argument; do
                    [ "$argument" != exit ] || exit 130
                    printf '%s\\n' "$argument"
                done
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(temporary.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        return temporary.resolve("jdk");
    }
}
