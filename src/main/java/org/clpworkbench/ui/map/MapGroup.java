package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Palette.Ink;

/// Tokens that look alike on the map.
///
/// @param word what they have in common
/// @param count how many they are
record MapGroup(String word, MapShape shape, Ink ink, int count) {}
