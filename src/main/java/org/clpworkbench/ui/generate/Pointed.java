package org.clpworkbench.ui.generate;

import org.clpworkbench.generation.WriterLine.Written;

/// A place in a text, whose token's chances are shown.
record Pointed(WriterText text, int place) {
    Written token() {
        return text.tokens().get(place);
    }
}
