package org.clpworkbench.ui.data;

import org.clpworkbench.data.DataStatistics;

import java.util.Optional;

/// What was counted of a data set.
///
/// @param helper as the helper's tokenizer cuts it
/// @param source as the source's does, where that was asked for
record Counted(DataStatistics helper, Optional<DataStatistics> source) {}
