package org.clpworkbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes the subcommands, and tells each how it may be interrupted.
record Subcommands(Interruption interruption) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        K made = CommandLine.defaultFactory().create(type);
        if (made instanceof Subcommand command) {
            command.interruptedBy(interruption);
        }
        return made;
    }
}
