package org.clpworkbench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where what is deleted lies until it is taken back or the bin is emptied.
public interface Bin {
    /// Moves a folder there whole, or not at all.
    ///
    /// @return where it lies now; empty where only the system knows
    Optional<Path> take(Path folder) throws IOException;

    /// The system's own.
    static Bin ofSystem() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return linux ? FreedesktopBin.ofUser() : new DesktopBin();
    }
}
