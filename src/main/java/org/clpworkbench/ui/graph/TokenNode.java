package org.clpworkbench.ui.graph;

import org.clpworkbench.ui.common.TokenKind;

/// A token in a picture of a neighbourhood.
///
/// @param cosine to the token in the middle; 1 for that token itself
public record TokenNode(int id, String label, TokenKind kind, double cosine) {}
