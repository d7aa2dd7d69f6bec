package org.clpworkbench;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.clpworkbench.settings.Frame;
import org.clpworkbench.settings.Frame.Corner;

import java.util.List;
import java.util.Optional;

/// The window's frame: as it was left, if that can still be reached. Its usual size and place are
/// kept while it fills the screen.
final class WindowFrame {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 620;

    /// As much of the upper edge has to be on a screen to take hold of the window.
    private static final double HOLD = 120;

    /// A window that comes to fill the screen may have its new size before it says so.
    private static final Duration SETTLED = Duration.millis(300);

    private final Stage stage;
    private final Optional<Rectangle2D> screen;
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private Subscription watching = Subscription.EMPTY;
    private Frame usual;

    /// @param left as it was left
    WindowFrame(Stage stage, Frame left) {
        this.stage = stage;
        this.usual = left;
        this.screen =
                screenOf(left, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        settling.setOnFinished(_ -> keepUsual());
    }

    /// The screen on which a window can be taken hold of, where it was left; empty for none.
    static Optional<Rectangle2D> screenOf(Frame frame, List<Rectangle2D> screens) {
        return frame.corner()
                .flatMap(
                        corner ->
                                screens.stream()
                                        .filter(screen -> holds(screen, corner, frame.width()))
                                        .findFirst());
    }

    private static boolean holds(Rectangle2D screen, Corner corner, double width) {
        double left = Math.max(corner.x(), screen.getMinX());
        double right = Math.min(corner.x() + width, screen.getMaxX());
        return right - left >= HOLD
                && corner.y() >= screen.getMinY()
                && corner.y() <= screen.getMaxY() - HOLD;
    }

    /// A scene of the size that it had, at most as large as the screen.
    Scene scene(Parent root) {
        Rectangle2D most = screen.orElseGet(() -> Screen.getPrimary().getVisualBounds());
        return new Scene(
                root,
                Math.min(usual.width(), most.getWidth()),
                Math.min(usual.height(), most.getHeight()));
    }

    /// Shows the window, whose scene has been set.
    void open() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (screen.isPresent() && usual.corner().isPresent()) {
            stage.setX(usual.corner().get().x());
            stage.setY(usual.corner().get().y());
        }
        stage.setMaximized(usual.maximized());
        stage.show();
        watching =
                Subscription.combine(
                        stage.xProperty().subscribe(settling::playFromStart),
                        stage.yProperty().subscribe(settling::playFromStart),
                        stage.widthProperty().subscribe(settling::playFromStart),
                        stage.heightProperty().subscribe(settling::playFromStart));
    }

    private void keepUsual() {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            Scene scene = stage.getScene();
            usual = new Frame(scene.getWidth(), scene.getHeight(), false, corner());
        }
    }

    private Optional<Corner> corner() {
        boolean known = Double.isFinite(stage.getX()) && Double.isFinite(stage.getY());
        return known ? Optional.of(new Corner(stage.getX(), stage.getY())) : Optional.empty();
    }

    /// The window closes: what to open it with the next time.
    Frame close() {
        watching.unsubscribe();
        settling.stop();
        keepUsual();
        return current();
    }

    /// The same of a window that stays open, as it was when it last came to rest.
    Frame current() {
        return new Frame(usual.width(), usual.height(), stage.isMaximized(), usual.corner());
    }
}
