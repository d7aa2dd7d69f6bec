package org.clpworkbench.cli;

import org.clpworkbench.hub.RepositoryId;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A model's name on the Hub.
final class RepositoryIdArgument implements ITypeConverter<RepositoryId> {
    @Override
    public RepositoryId convert(String value) {
        try {
            return new RepositoryId(value);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException(String.valueOf(none.getMessage()));
        }
    }
}
