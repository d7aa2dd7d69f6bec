package org.clpworkbench.cli;

import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.hub.HubPath;

import picocli.CommandLine.ITypeConverter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One file of running text: a path, or `hf://datasets/OWNER/NAME/PATH` of one in a fetched data
/// set.
final class TextFileArgument implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) throws IOException {
        if (!HubPath.isOne(value)) {
            return Path.of(value);
        }
        List<TextFile> files = TextFiles.find(List.of(new TextInput().convert(value)));
        if (files.size() == 1 && files.getFirst().isPlainText()) {
            return files.getFirst().path();
        }
        throw new IOException(
                "%s is not one file of running text (.txt), which is what this option reads; `data`, `train`, `race` and `helper` read the other kinds."
                        .formatted(value));
    }
}
