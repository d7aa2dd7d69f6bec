package org.clpworkbench.ui.generate;

import java.nio.file.Path;

/// A model that can be asked to write.
///
/// @param about where it comes from, in a word or two
record WriterChoice(String name, String about, Path folder) {}
