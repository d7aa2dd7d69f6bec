package org.clpworkbench.ui.graph;

/// Two tokens and their cosine to each other.
public record TokenLink(int from, int to, double cosine) {}
