package org.clpworkbench.data;

import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.data.PreparedText.Source;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a data set, each with the hash of its content.
///
/// @param hashed one for each file
record Sources(List<TextFile> files, List<Source> hashed) {
    private static final String HASHES = "file-hashes.json";

    /// Of a name; more would be of no use.
    private static final int KEY_LENGTH = 24;

    /// Hashes what has changed since it was hashed.
    static Sources of(List<String> inputs, Path cache, Progress progress) throws IOException {
        List<TextFile> files = TextFiles.find(inputs);
        Files.createDirectories(cache);
        progress.stage("Looking whether the files have changed");
        var hashes = FileHashes.open(cache.resolve(HASHES));
        var hashed = new ArrayList<Source>();
        for (TextFile file : files) {
            progress.checkCancelled();
            hashed.add(new Source(file.path().toString(), hashes.of(file.path(), progress)));
            progress.update(hashed.size(), files.size(), "files");
        }
        hashes.save();
        return new Sources(files, hashed);
    }

    /// Empty where a file would have to be hashed.
    static Optional<Sources> known(List<String> inputs, Path cache) throws IOException {
        List<TextFile> files = TextFiles.find(inputs);
        var hashes = FileHashes.open(cache.resolve(HASHES));
        var hashed = new ArrayList<Source>();
        for (TextFile file : files) {
            Optional<String> hash = hashes.known(file.path());
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashed.add(new Source(file.path().toString(), hash.get()));
        }
        return Optional.of(new Sources(files, hashed));
    }

    /// A name for what is made of them.
    ///
    /// @param by what else decides it
    String key(String by) {
        var sha = new Sha256();
        sha.add(by);
        for (int at = 0; at < files.size(); at++) {
            TextFile file = files.get(at);
            sha.add("%s %s %s\n".formatted(file.format(), file.packing(), hashed.get(at).sha256()));
        }
        return sha.hex().substring(0, KEY_LENGTH);
    }
}
