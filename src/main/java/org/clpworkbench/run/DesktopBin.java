package org.clpworkbench.run;

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
            throw new IOException(
                    "The system does not move %s to its bin; delete it by hand.".formatted(folder));
        }
        return Optional.empty();
    }
}
