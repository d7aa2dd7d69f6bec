package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which bin is the system's, and what becomes of a run where no desktop is to take it: that of
/// Windows and macOS takes none from a test, which has no display.
class DesktopBinTest {
    private final String system = System.getProperty("os.name", "");

    @TempDir private Path folder;

    @AfterEach
    void nameTheSystemAsItIs() {
        System.setProperty("os.name", system);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void isTheSystemsWhereTheDesktopHasOne(String name) {
        System.setProperty("os.name", name);
        assertThat(Bin.ofSystem()).isInstanceOf(DesktopBin.class);
    }

    @Test
    void isNotThatOfLinux() {
        System.setProperty("os.name", "Linux");
        assertThat(Bin.ofSystem()).isInstanceOf(FreedesktopBin.class);
    }

    @Test
    void leavesWhatTheSystemDoesNotTakeAndSaysWhatToDo() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Path kept = Files.writeString(run.resolve("spec.json"), "{}");
        assertThatThrownBy(() -> new DesktopBin().take(run))
                .isInstanceOf(IOException.class)
                .hasMessage("The system does not move %s to its bin; delete it by hand.", run);
        assertThat(kept).hasContent("{}");
    }
}
