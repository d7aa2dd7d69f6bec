package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrawerPlaceTest {
    private static final int DRAWER = 250;

    private final StackPane screen = new StackPane();
    private final StackPane middle = new StackPane(screen);
    private final BorderPane work = new BorderPane(middle);
    private final Region drawer = new Region();
    private DrawerPlace place;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        drawer.setPrefWidth(DRAWER);
        scene = OnScreen.get(() -> OnScreen.show(work, 850, 600));
        place = OnScreen.get(() -> new DrawerPlace(work, middle, drawer));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
    }

    @Test
    void coversTheScreensEndWhereBothHaveNoRoom() throws Exception {
        OnScreen.run(() -> place.show(true));
        OnScreen.await(() -> screen.getWidth() == 850 && drawer.getWidth() == DRAWER);
        assertThat(drawer.localToScene(0, 0).getX()).isEqualTo(850 - DRAWER);

        OnScreen.run(() -> place.show(false));
        assertThat(drawer.getParent()).isNull();
    }

    @Test
    void standsBesideTheScreenWhereThereIsRoomAndFollowsTheWindow() throws Exception {
        OnScreen.run(() -> place.show(true));
        OnScreen.run(() -> scene.getWindow().setWidth(1400));
        OnScreen.await(() -> work.equals(drawer.getParent()));
        OnScreen.await(() -> screen.getWidth() + DRAWER == work.getWidth());

        OnScreen.run(() -> scene.getWindow().setWidth(900));
        OnScreen.await(() -> middle.equals(drawer.getParent()));
        OnScreen.run(() -> place.show(false));
        OnScreen.run(() -> scene.getWindow().setWidth(1400));
        assertThat(drawer.getParent()).isNull();
    }
}
