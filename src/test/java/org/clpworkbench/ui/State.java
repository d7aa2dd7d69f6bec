package org.clpworkbench.ui;

import java.io.IOException;

/// A state of the window: a part of a screen, or what is opened over one.
///
/// @param slow whether it takes long to be reached
/// @param open reaches it from its screen
/// @param close goes back to the screen as it was
record State(String name, boolean slow, Step open, Step close) {
    /// Something that a person does, and waits for.
    interface Step {
        void run() throws IOException;
    }

    static State of(String name, Step open, Step close) {
        return new State(name, false, open, close);
    }

    static State slow(String name, Step open, Step close) {
        return new State(name, true, open, close);
    }
}
