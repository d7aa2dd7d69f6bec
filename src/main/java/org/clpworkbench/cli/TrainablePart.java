package org.clpworkbench.cli;

import org.clpworkbench.training.Trainable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what of a model is trained.
final class TrainablePart implements ITypeConverter<Trainable> {
    @Override
    public Trainable convert(String text) {
        try {
            return Trainable.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
