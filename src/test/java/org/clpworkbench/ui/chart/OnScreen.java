package org.clpworkbench.ui.chart;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.clpworkbench.ui.Pictures;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Runs pieces of tests on the JavaFX thread, and takes pictures of nodes.
public final class OnScreen {
    private OnScreen() {}

    public static <T> T get(Callable<T> piece) throws Exception {
        start();
        var result = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(piece.call());
                    } catch (Throwable problem) {
                        result.completeExceptionally(problem);
                    }
                });
        return result.get(60, TimeUnit.SECONDS);
    }

    public static void run(Runnable piece) throws Exception {
        get(
                () -> {
                    piece.run();
                    return true;
                });
    }

    /// Waits until something holds, asked on the JavaFX thread.
    public static void await(BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!get(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come true within 20 s.");
            }
            Thread.sleep(30);
        }
    }

    /// A scene with the program's looks; a root that is dark already stays so.
    public static Scene scene(Parent root, int width, int height, boolean dark) {
        var scene = new Scene(root, width, height);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        OnScreen.class.getResource(
                                                "/org/clpworkbench/ui/common/workbench.css"))
                                .toString());
        theme(root, dark || root.getStyleClass().contains("dark"));
        return scene;
    }

    /// Puts a theme on a scene's root.
    public static void theme(Parent root, boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        root.getStyleClass().remove("dark");
        if (dark) {
            root.getStyleClass().add("dark");
        }
    }

    /// The same in a window, so that everything is laid out as time goes on.
    public static Scene show(Parent root, int width, int height) {
        Scene scene = scene(root, width, height, false);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    public static void picture(Scene scene, Path file) throws Exception {
        start();
        Pictures.take(scene, file);
    }

    /// Pictures of a screen's root, made anew for each: small and large, light and dark. Where none
    /// are wanted, small and light, large and dark.
    public static void pictures(String name, Callable<Parent> root) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{834, 560}, {1400, 860}}) {
                boolean small = size[0] < 1000;
                if (Pictures.wanted() || small != dark) {
                    Scene scene = get(() -> scene(root.call(), size[0], size[1], dark));
                    String file = "%s-%d%s.png".formatted(name, size[0], dark ? "-dark" : "");
                    picture(scene, Path.of("target/pictures").resolve(file));
                }
            }
        }
    }

    private static synchronized void start() throws InterruptedException {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            return;
        }
        Platform.setImplicitExit(false);
    }
}
