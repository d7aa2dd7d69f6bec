package org.clpworkbench.ui.map;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.clpworkbench.settings.MapChoices;
import org.clpworkbench.ui.common.ScreenContext;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// A screen that can show the map in its own place. The map is built when it is first asked for; it
/// makes room for the screen when a token is opened, whether on the map or elsewhere.
public final class MapPages extends StackPane implements AutoCloseable {
    private final Parent screen;
    private final ScreenContext context;
    private final Subscription following;
    private Optional<Opened> opened = Optional.empty();

    /// How the map was looked at before, until it is opened.
    private Optional<MapChoices> left = Optional.empty();

    private record Opened(MapViewModel viewModel, Parent root) {}

    public MapPages(Parent screen, ScreenContext context) {
        super(screen);
        this.screen = screen;
        this.context = context;
        following = context.pair().token().subscribe(this::tokenChanged);
    }

    /// Shows the map instead of the screen.
    public void openMap() {
        if (opened.isEmpty()) {
            var viewModel = new MapViewModel(context);
            left.ifPresent(viewModel.memory()::goOn);
            opened =
                    Optional.of(
                            new Opened(viewModel, new MapView(viewModel, this::closeMap).root()));
        }
        getChildren().setAll(opened.get().root());
    }

    /// Goes on with the map as it was left, open or not.
    public void goOn(MapChoices choices) {
        left = Optional.of(choices);
        if (choices.open()) {
            openMap();
        }
    }

    /// What can be gone on with at the next start; empty where no map was ever opened.
    public Optional<MapChoices> choices() {
        return opened.map(it -> it.viewModel().memory().choices(getChildren().contains(it.root())))
                .or(() -> left);
    }

    private void closeMap() {
        getChildren().setAll(screen);
    }

    /// The first token of a pair is not one that somebody opened. A map that is being drawn goes
    /// on: whoever wants what waits for it sooner can cancel it among the jobs.
    private void tokenChanged(@Nullable Integer before, @Nullable Integer now) {
        if (before != null && now != null) {
            closeMap();
        }
    }

    /// Ends the map's work.
    @Override
    public void close() {
        following.unsubscribe();
        opened.map(Opened::viewModel).ifPresent(MapViewModel::close);
    }
}
