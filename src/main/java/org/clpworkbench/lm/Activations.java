package org.clpworkbench.lm;

/// How many numbers a layer keeps of every token for the way back.
///
/// @param wide in float32: what norms take
/// @param narrow in the format of the products: what they and the attention take and give
public record Activations(long wide, long narrow) {}
