package org.clpworkbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// What this program was built as.
///
/// @param revision the commit
/// @param libtorch the version of libtorch it computes with
public record Build(String version, String revision, String libtorch) {
    private static final String FILE = "/org/clpworkbench/build.properties";

    public static Build current() {
        var properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + FILE, unreadable);
        }
        return new Build(
                properties.getProperty("version", "unknown"),
                properties.getProperty("revision", "unknown"),
                properties.getProperty("libtorch", "unknown"));
    }
}
