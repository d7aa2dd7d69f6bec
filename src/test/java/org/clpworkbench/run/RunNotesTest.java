package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RunNotesTest {
    @TempDir private Path run;

    @Test
    void keepsWhatWasTyped() throws IOException {
        RunNotes typed =
                RunNotes.typed(" für die Arbeit, draft,, draft ", " Learns \"fast\".\nYes. ");
        assertThat(typed.tags()).containsExactly("für die Arbeit", "draft");
        typed.write(run);
        assertThat(RunNotes.read(run)).isEqualTo(typed);
        assertThat(RunNotes.read(run).note()).isEqualTo("Learns \"fast\".\nYes.");
    }

    @Test
    void leavesNoFileWhenNothingIsLeftToSay() throws IOException {
        RunNotes.typed("draft", "").write(run);
        assertThat(run.resolve("notes.json")).exists();
        RunNotes.typed(" , ", " ").write(run);
        assertThat(run).isEmptyDirectory();
        assertThat(RunNotes.read(run)).isEqualTo(RunNotes.NONE);
    }

    @Test
    void takesAFileThatSaysLess() throws IOException {
        Files.writeString(run.resolve("notes.json"), "{\"note\": \"by hand\"}");
        assertThat(RunNotes.read(run)).isEqualTo(RunNotes.typed("", "by hand"));
    }

    /// Somebody may want to mend them.
    @Test
    void laysEveryDamagedFileAside() throws IOException {
        Path file = run.resolve("notes.json");
        Files.writeString(file, "{ half");
        RunNotes.typed("tag", "").write(run);
        assertThat(RunNotes.read(run).tags()).containsExactly("tag");
        Files.writeString(file, "{ half again");
        RunNotes.typed("other", "").write(run);
        assertThat(RunNotes.read(run).tags()).containsExactly("other");
        assertThat(run.resolve("notes-damaged.json")).hasContent("{ half");
        assertThat(run.resolve("notes-damaged-2.json")).hasContent("{ half again");
    }
}
