package org.clpworkbench.run;

/// Where a run came from: enough to know what made its numbers.
public record Provenance(
        String created,
        String programVersion,
        String revision,
        String java,
        String engine,
        String device,
        String host,
        String method) {}
