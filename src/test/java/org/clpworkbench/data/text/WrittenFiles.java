package org.clpworkbench.data.text;

import com.github.luben.zstd.ZstdOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Writes text files, packed as their names say, and reads their documents.
public final class WrittenFiles {
    private WrittenFiles() {}

    public static Path write(Path file, String text) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = packing(file, packed)) {
            out.write(bytes);
        }
        Files.createDirectories(file.getParent());
        return Files.write(file, packed.toByteArray());
    }

    private static OutputStream packing(Path file, OutputStream out) throws IOException {
        if (file.toString().endsWith(".gz")) {
            return new GZIPOutputStream(out);
        }
        return file.toString().endsWith(".zst") ? new ZstdOutputStream(out) : out;
    }

    static List<Document> documents(Path file, Reading reading) throws IOException {
        var documents = new ArrayList<Document>();
        try (DocumentReader reader =
                TextFiles.find(List.of(file.toString())).getFirst().open(reading)) {
            for (Optional<Document> next = reader.next(); next.isPresent(); next = reader.next()) {
                documents.add(next.get());
            }
        }
        return documents;
    }

    static List<String> texts(Path file, Reading reading) throws IOException {
        return documents(file, reading).stream().map(Document::text).toList();
    }

    static Reading units(TextUnit unit) {
        return new Reading(Optional.empty(), Optional.empty(), unit);
    }

    static Reading columns(String text, String language) {
        return new Reading(
                Optional.of(text),
                Optional.of(language).filter(name -> !name.isEmpty()),
                TextUnit.FILE);
    }
}
