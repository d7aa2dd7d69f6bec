package org.clpworkbench.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// The demo's models and texts, unpacked into a folder on first use.
///
/// @param source English model folder
/// @param helper German model folder
/// @param training German text, a paragraph a line
/// @param validation German text held out from the training text
public record EmbeddedDemo(Path source, Path helper, Path training, Path validation) {
    /// Unpacks what is not yet whole under `folder` (half a second at most).
    public static EmbeddedDemo unpack(Path folder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
