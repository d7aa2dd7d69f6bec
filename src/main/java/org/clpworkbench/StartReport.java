package org.clpworkbench;

import javafx.scene.Scene;

import java.time.Duration;
import java.time.Instant;

/// Says on standard error, once, how long the first screen took: with `-Dclp.startup.report=true`.
final class StartReport {
    private static final String PROPERTY = "clp.startup.report";

    private StartReport() {}

    /// Watches for the first frame of a scene whose window was just shown. With the property set to
    /// `exit` the program ends there, as a measurement wants it.
    static void watch(Scene scene) {
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.isEmpty()) {
            return;
        }
        scene.addPostLayoutPulseListener(new FirstPulse(scene, wanted.equals("exit")));
    }

    private record FirstPulse(Scene scene, boolean exit) implements Runnable {
        @Override
        public void run() {
            scene.removePostLayoutPulseListener(this);
            Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
            System.err.printf(
                    "first screen shown after %d ms since process start%n",
                    Duration.between(started, Instant.now()).toMillis());
            if (exit) {
                scene.getWindow().hide();
            }
        }
    }
}
