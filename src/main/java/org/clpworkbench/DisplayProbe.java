package org.clpworkbench;

/// What can only be found out by trying it on the machine.
interface DisplayProbe {
    /// Whether the dynamic linker finds a library of this name.
    boolean loads(String library);

    /// Whether the X server that `DISPLAY` names takes a connection.
    boolean opensDisplay();
}
