package org.clpworkbench.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/// The version that the program was packaged as.
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var packaged = Optional.ofNullable(getClass().getPackage().getImplementationVersion());
        return new String[] {"CLP Workbench " + packaged.orElse("(from its sources)")};
    }
}
