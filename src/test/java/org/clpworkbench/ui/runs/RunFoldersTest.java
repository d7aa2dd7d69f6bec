package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class RunFoldersTest {
    @TempDir private Path workspace;

    @Test
    void aRunWithDamagedNotesIsStillARun() throws IOException {
        RunFolder run = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
        Path file = Files.writeString(run.path().resolve("notes.json"), "{ half");

        var entries = look(new RunFolders(workspace.resolve("runs")));

        assertThat(entries).singleElement().isInstanceOf(Readable.class);
        var found = (Readable) entries.getFirst();
        assertThat(found.notes()).isEqualTo(RunNotes.NONE);
        assertThat(found.damage()).contains(file.toString(), "cannot be read");
    }

    private static List<RunEntry> look(RunFolders folders) throws IOException {
        return folders.look(() -> true, _ -> {}).orElseThrow();
    }

    /// Fifty long runs take their time.
    @Test
    void whatIsReadForTheFirstTimeIsToldRunByRun() throws IOException {
        RunFolder first = MadeUpRuns.train(MadeUpRuns.create(workspace, "clp", 200), 3, 9, 6);
        RunFolder second = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
        RunFolder third = MadeUpRuns.train(MadeUpRuns.create(workspace, "random", 200), 3, 9, 6);
        var folders = new RunFolders(workspace.resolve("runs"));
        var told = new ArrayList<List<String>>();
        assertThat(folders.look(() -> told.size() < 2, some -> told.add(ids(some)))).isEmpty();
        // the newest come first, and of one second those that come later in the alphabet
        assertThat(told).containsExactly(ids(third), ids(third, second));

        // what was known stays while the rest is read, and is not told again
        told.clear();
        MadeUpRuns.step(third, 4, 8);
        var all = folders.look(() -> true, some -> told.add(ids(some))).orElseThrow();
        assertThat(told).containsExactly(ids(third, second, first));
        assertThat(ids(all)).isEqualTo(ids(third, second, first));
        assertThat(((Readable) all.getFirst()).figures().step()).isEqualTo(4);
    }

    private static List<String> ids(List<RunEntry> entries) {
        return entries.stream().map(RunEntry::id).toList();
    }

    private static List<String> ids(RunFolder... runs) {
        return Stream.of(runs).map(run -> String.valueOf(run.path().getFileName())).toList();
    }

    @Test
    void aThreadThatIsToEndFindsNoRunBroken() throws IOException {
        MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
        var folders = new RunFolders(workspace.resolve("runs"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> look(folders)).isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(look(folders)).singleElement().isInstanceOf(Readable.class);
    }
}
