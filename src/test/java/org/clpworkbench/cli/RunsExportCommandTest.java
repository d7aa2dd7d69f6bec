package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@ExtendWith(TemporaryWorkspace.class)
class RunsExportCommandTest {

    @TempDir private Path folder;

    @Test
    void exportsAllRunsOrThoseThatAreNamed() throws IOException {
        RunFolder linear = made("linear");
        made("random");
        Path table = folder.resolve("runs.csv");
        var all = CommandRun.of("runs", "export", "--format", "csv", "--out", table);
        assertThat(all.status()).as(all.err()).isZero();
        assertThat(all.out()).contains("2 runs written to " + table);
        // a header, and steps 0 to 3 of two runs
        assertThat(Files.readAllLines(table)).hasSize(1 + 2 * 4);
        var one =
                CommandRun.of(
                        "runs",
                        "export",
                        "--json",
                        "--format",
                        "tensorboard",
                        "--out",
                        folder.resolve("board"),
                        linear.path().getFileName());
        assertThat(one.json().path("runs")).hasSize(1);
        assertThat(folder.resolve("board").resolve(linear.path().getFileName())).isDirectory();
    }

    @Test
    void saysWhatIsWrong() {
        Path file = folder.resolve("runs.csv");
        var none = CommandRun.of("runs", "export", "--format", "csv", "--out", file);
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("no run to export yet");
        var unknown = CommandRun.of("runs", "export", "--format", "xls", "--out", file);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    private static RunFolder made(String method) throws IOException {
        Path workspace = Workspace.standard().folder();
        return MadeUpRuns.train(MadeUpRuns.create(workspace, method, 200), 3, 9, 6);
    }
}
