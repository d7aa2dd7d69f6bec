package org.clpworkbench.cli;

import org.clpworkbench.hub.Revision;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A branch, tag or commit.
final class RevisionArgument implements ITypeConverter<Revision> {
    @Override
    public Revision convert(String value) {
        try {
            return new Revision(value);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException(String.valueOf(none.getMessage()));
        }
    }
}
