package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RunFoldersTest {
    @TempDir private Path workspace;

    @Test
    void aRunWithDamagedNotesIsStillARun() throws IOException {
        RunFolder run = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 200), 3, 9, 6);
        Path file = Files.writeString(run.path().resolve("notes.json"), "{ half");

        var entries = new RunFolders(workspace.resolve("runs")).look();

        assertThat(entries).singleElement().isInstanceOf(Readable.class);
        String note = ((Readable) entries.getFirst()).notes().note();
        assertThat(note).contains(file.toString(), "cannot be read");

        // what somebody wants to mend is not written over
        new RunNotes(List.of("tag"), "").write(run.path());
        assertThat(run.path().resolve("notes-damaged.json")).hasContent("{ half");
        assertThat(RunNotes.read(run.path()).tags()).containsExactly("tag");
    }
}
