package org.clpworkbench.tensor;

/// A run of bytes that tensors are views of, as a pickle speaks of it.
///
/// @param key its name within the file
/// @param at the byte of the file where the pickle speaks of it
record PickledStorage(String key, long bytes, DType dtype, long at) implements PickleValue {
    @Override
    public String kind() {
        return "a storage";
    }
}
