package org.clpworkbench.helper;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gathers texts: one file to train on and one to evaluate on.
final class HelperTexts {
    private static final int BLOCK = 1 << 20;

    /// Of every text one part in so many is kept back, at most {@link #MOST_KEPT_BACK} bytes.
    private static final int KEPT_BACK = 20;

    private static final long MOST_KEPT_BACK = 1_000_000;

    private final List<Path> files;
    private final Progress progress;
    private long total;
    private long done;

    /// @param texts files, and folders whose .txt files are meant
    /// @throws IOException that names what is no text
    HelperTexts(List<Path> texts, Progress progress) throws IOException {
        this.files = files(texts);
        this.progress = progress;
    }

    /// The files by name.
    List<Path> files() {
        return files;
    }

    private static List<Path> files(List<Path> texts) throws IOException {
        var files = new ArrayList<Path>();
        for (Path text : texts) {
            if (Files.isDirectory(text)) {
                files.addAll(inside(text));
            } else if (Files.isRegularFile(text)) {
                files.add(text);
            } else {
                throw new IOException(text + " is no text file; choose one in UTF-8.");
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> texts =
                    inside.filter(file -> file.toString().endsWith(".txt"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
            if (texts.isEmpty()) {
                throw new IOException(
                        folder + " holds no .txt file; choose another folder, or name the files.");
            }
            return texts;
        }
    }

    /// Writes all texts one after the other into `training`; their last lines into `validation`,
    /// where that is given.
    void gather(Path training, Optional<Path> validation) throws IOException {
        progress.stage("Gathering texts");
        done = 0;
        total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        try (OutputStream trained = Files.newOutputStream(training);
                OutputStream kept =
                        validation.isPresent()
                                ? Files.newOutputStream(validation.get())
                                : OutputStream.nullOutputStream()) {
            for (Path file : files) {
                try (var text = new RandomAccessFile(file.toFile(), "r")) {
                    long length = text.length();
                    long end =
                            validation.isPresent() ? lineAfter(text, beforeKept(length)) : length;
                    text.seek(0);
                    copy(text, end, trained);
                    copy(text, length - end, kept);
                }
            }
        }
    }

    /// Of a text that is larger than `most` bytes, writes as many into `sample`, of whole lines
    /// from places evenly over it.
    ///
    /// @return whether it is larger
    boolean sample(Path text, Path sample, long most) throws IOException {
        long length = Files.size(text);
        if (length <= most) {
            return false;
        }
        progress.stage("Choosing from the texts");
        done = 0;
        total = most;
        double share = (double) most / length;
        try (var from = new RandomAccessFile(text.toFile(), "r");
                OutputStream to = Files.newOutputStream(sample)) {
            for (long block = 0; block * BLOCK < length; block++) {
                boolean chosen = (long) ((block + 1) * share) > (long) (block * share);
                if (chosen) {
                    long begin = lineAfter(from, block * BLOCK);
                    long end = lineAfter(from, Math.min(length, (block + 1) * BLOCK));
                    from.seek(begin);
                    copy(from, end - begin, to);
                }
            }
        }
        return true;
    }

    private static long beforeKept(long length) {
        return length - Math.min(length / KEPT_BACK, MOST_KEPT_BACK);
    }

    /// The beginning of the first line behind a place; the text's end when there is none.
    private static long lineAfter(RandomAccessFile text, long place) throws IOException {
        byte[] block = new byte[BLOCK];
        text.seek(place);
        long from = place;
        for (int read = text.read(block); read > 0; read = text.read(block)) {
            for (int at = 0; at < read; at++) {
                if (block[at] == '\n') {
                    return from + at + 1;
                }
            }
            from += read;
        }
        return text.length();
    }

    private void copy(RandomAccessFile from, long bytes, OutputStream to) throws IOException {
        byte[] block = new byte[BLOCK];
        byte last = '\n';
        long left = bytes;
        while (left > 0) {
            progress.checkCancelled();
            int read = from.read(block, 0, (int) Math.min(BLOCK, left));
            if (read < 0) {
                throw new IOException("A text became shorter while it was read; begin again.");
            }
            to.write(block, 0, read);
            last = block[read - 1];
            left -= read;
            done += read;
            progress.update(done, total, "bytes");
        }
        if (last != '\n') {
            to.write('\n');
        }
    }
}
