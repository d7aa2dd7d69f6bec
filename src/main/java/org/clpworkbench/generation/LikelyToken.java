package org.clpworkbench.generation;

/// A token that the model gives a chance.
///
/// @param display as a person reads it ("·Haus")
/// @param probability by the model itself, whatever the temperature, 0 to 1
public record LikelyToken(int id, String display, double probability) {}
