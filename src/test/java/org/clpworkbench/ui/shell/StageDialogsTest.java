package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.FileChooser;

import org.clpworkbench.ui.common.FileKind;
import org.junit.jupiter.api.Test;

import java.util.List;

class StageDialogsTest {
    private static final List<FileKind> PICTURES = List.of(FileKind.PNG, FileKind.SVG);

    @Test
    void offersTheKindsThatCanBeWritten() {
        var chooser = new FileChooser();
        StageDialogs.offer(PICTURES, chooser);
        assertThat(chooser.getExtensionFilters())
                .map(filter -> filter.getDescription() + ": " + filter.getExtensions())
                .containsExactly(
                        "Picture of pixels (PNG): [*.png]", "Drawing of any size (SVG): [*.svg]");
    }

    @Test
    void knowsWhichWasChosen() {
        var chooser = new FileChooser();
        StageDialogs.offer(PICTURES, chooser);
        assertThat(StageDialogs.kind(PICTURES, chooser)).isEqualTo(FileKind.PNG);
        chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().getLast());
        assertThat(StageDialogs.kind(PICTURES, chooser)).isEqualTo(FileKind.SVG);
    }
}
