package org.clpworkbench.lm;

/// How well a model foresaw some tokens.
///
/// @param losses nats, one a token
/// @param hits 1 where no other token was likelier, else 0
public record Foresight(float[] losses, float[] hits) {}
