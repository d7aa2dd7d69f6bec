package org.clpworkbench.ui.map;

/// What the colours and shapes of the map tell.
enum ColourBy {
    STANDING,
    SCRIPT,
    FREQUENCY
}
