package org.clpworkbench.ui.shell;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.common.ScreenName;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// The screens by name, each built when it is first opened.
public final class Screens {
    private final Map<ScreenName, Supplier<Parent>> makers = new EnumMap<>(ScreenName.class);
    private final Map<ScreenName, Parent> built = new EnumMap<>(ScreenName.class);

    public Screens put(ScreenName name, Supplier<Parent> maker) {
        makers.put(name, maker);
        return this;
    }

    Parent root(ScreenName name) {
        return built.computeIfAbsent(
                name, wanted -> makers.getOrDefault(wanted, StackPane::new).get());
    }
}
