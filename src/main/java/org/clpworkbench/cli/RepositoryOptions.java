package org.clpworkbench.cli;

import org.clpworkbench.hub.RepositoryId;
import org.clpworkbench.hub.RepositoryKind;
import org.clpworkbench.hub.Revision;

import picocli.CommandLine.Option;

/// Which kind of repository is meant, and which of its revisions.
final class RepositoryOptions {
    @Option(names = "--dataset", description = "The ID is a data set's, not a model's.")
    private boolean dataSet;

    @Option(
            names = "--revision",
            paramLabel = "NAME",
            defaultValue = "main",
            converter = RevisionArgument.class,
            description = "Branch, tag or commit (default: ${DEFAULT-VALUE}).")
    private Revision revision;

    /// @param given as it was read, which knows no kind
    RepositoryId of(RepositoryId given) {
        return given.as(dataSet ? RepositoryKind.DATA_SET : RepositoryKind.MODEL);
    }

    Revision revision() {
        return revision;
    }
}
