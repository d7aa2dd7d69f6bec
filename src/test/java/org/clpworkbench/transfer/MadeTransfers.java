package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Transfers by several methods, for a process that sees another number of cores. Its arguments:
/// the source, the helper, a folder for the new models, the methods.
final class MadeTransfers {
    private MadeTransfers() {}

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        Path helper = Path.of(arguments[1]);
        Path made = Path.of(arguments[2]);
        for (String method : Arrays.asList(arguments).subList(3, arguments.length)) {
            var spec = TransferSpec.of(source, helper, made.resolve(method), method, 1);
            CrossLingualTransfer.run(spec, Progress.unwatched());
        }
    }
}
