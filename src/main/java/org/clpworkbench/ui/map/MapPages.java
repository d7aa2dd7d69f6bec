package org.clpworkbench.ui.map;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.common.ScreenContext;

import java.util.Optional;

/// A screen that can show the map in its own place. The map is built when it is first asked for.
public final class MapPages extends StackPane {
    private final Parent screen;
    private final ScreenContext context;
    private Optional<MapView> map = Optional.empty();

    public MapPages(Parent screen, ScreenContext context) {
        super(screen);
        this.screen = screen;
        this.context = context;
    }

    /// Shows the map instead of the screen.
    public void openMap() {
        if (map.isEmpty()) {
            map = Optional.of(new MapView(new MapViewModel(context), this::closeMap));
        }
        getChildren().setAll(map.get().root());
    }

    private void closeMap() {
        getChildren().setAll(screen);
    }
}
