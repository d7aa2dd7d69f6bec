package org.clpworkbench.ui.map;

/// A token on the map; its id is the number of its point.
///
/// @param display as a person reads it ("·Haus")
/// @param script "Latin", "Han", …
/// @param helperId of the same token in the helper; −1 when it has none
record MapToken(int id, String display, TokenStanding standing, String script, int helperId) {}
