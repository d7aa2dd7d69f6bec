package org.clpworkbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/// Where a run came from: enough to know what made its numbers.
///
/// @param engine the version of libtorch
/// @param method transfer method of the start; empty when it was none
public record Provenance(
        String created,
        String programVersion,
        String revision,
        String java,
        String engine,
        String device,
        String host,
        String method) {

    static Provenance now(String device, String method) {
        Properties build = build();
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                build.getProperty("version", "unknown"),
                build.getProperty("revision", "unknown"),
                Runtime.version().toString(),
                "libtorch " + build.getProperty("libtorch", "unknown"),
                device,
                hostName(),
                method);
    }

    private static Properties build() {
        var properties = new Properties();
        try (InputStream file =
                Provenance.class.getResourceAsStream("/org/clpworkbench/build.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read build.properties", unreadable);
        }
        return properties;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
