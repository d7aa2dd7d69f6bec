package org.clpworkbench.ui.map;

import java.nio.file.Path;

/// A model whose vocabulary can be drawn.
///
/// @param words its name and what it is to the pair
record MapModel(String words, String name, Role role, Path folder) {
    /// What the model is to the pair.
    enum Role {
        HELPER,
        SOURCE,
        TRANSFERRED
    }
}
