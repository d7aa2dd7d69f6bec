package org.clpworkbench.run;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The bin of Windows and macOS.
final class DesktopBin implements Bin {
    @Override
    public Optional<Path> take(Path folder) throws IOException {
        boolean there =
                Desktop.isDesktopSupported()
                        && Desktop.getDesktop().isSupported(Desktop.Action.MOVE_TO_TRASH);
        if (!there || !Desktop.getDesktop().moveToTrash(folder.toFile())) {
            throw new ToldException(Sentence.of(DesktopBin.class, "bin.refused", folder));
        }
        return Optional.empty();
    }
}
