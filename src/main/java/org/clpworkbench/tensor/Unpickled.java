package org.clpworkbench.tensor;

import java.util.Map;

/// What one pickle held.
///
/// @param storages every storage that it speaks of, by key
record Unpickled(PickleValue value, Map<String, PickledStorage> storages) {}
