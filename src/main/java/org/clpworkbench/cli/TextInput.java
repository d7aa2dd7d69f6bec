package org.clpworkbench.cli;

import org.clpworkbench.hub.HubCache;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.hub.HubPath;

import picocli.CommandLine.ITypeConverter;

import java.io.IOException;

/// Texts on the command line: a file, a folder or a pattern, or the same inside a data set that
/// `hub download --dataset` has fetched (`hf://datasets/OWNER/NAME/PATH`).
final class TextInput implements ITypeConverter<String> {
    @Override
    public String convert(String value) throws IOException {
        return HubPath.isOne(value)
                ? HubPath.local(value, HubCache.of(HubEnvironment.current()))
                : value;
    }
}
