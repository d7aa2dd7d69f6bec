package org.clpworkbench.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
        Build build = Build.current();
        return new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                build.version(),
                build.revision(),
                Runtime.version().toString(),
                "libtorch " + build.libtorch(),
                device,
                hostName(),
                method);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
