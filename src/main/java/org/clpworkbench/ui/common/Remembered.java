package org.clpworkbench.ui.common;

import java.util.EnumSet;
import java.util.Optional;

/// What the settings remember by name.
public final class Remembered {
    private Remembered() {}

    /// The constant so called; empty where there is none, or none any more.
    public static <E extends Enum<E>> Optional<E> constant(Class<E> kind, String name) {
        return EnumSet.allOf(kind).stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
