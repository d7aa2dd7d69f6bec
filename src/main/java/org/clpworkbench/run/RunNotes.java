package org.clpworkbench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What people say of a run, kept as notes.json in its folder: tags to find it by, and a note.
public record RunNotes(List<String> tags, String note) {
    public static final RunNotes NONE = new RunNotes(List.of(), "");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String FILE = "notes.json";
    private static final String DAMAGED = "notes-damaged";

    public RunNotes {
        tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
        note = note.strip();
    }

    /// As they are typed: tags with commas between them.
    public static RunNotes typed(String tags, String note) {
        return new RunNotes(List.of(tags.split(",")), note);
    }

    /// The tags with commas between them.
    public String tagLine() {
        return String.join(", ", tags);
    }

    /// The notes in a run's folder; none where there is no such file.
    ///
    /// @throws IOException that names the file when it cannot be read
    public static RunNotes read(Path run) throws IOException {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        JsonNode json;
        try {
            json = JSON.readTree(file.toFile());
        } catch (JsonProcessingException damaged) {
            throw new ToldException(
                    Sentence.of(
                            RunNotes.class, "notes.damaged", file, damaged.getOriginalMessage()),
                    damaged);
        }
        var tags = new ArrayList<String>();
        json.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new RunNotes(tags, json.path("note").asText());
    }

    private static boolean damaged(Path run) {
        try {
            read(run);
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static void layAside(Path file) throws IOException {
        for (int attempt = 1; ; attempt++) {
            String suffix = attempt == 1 ? "" : "-" + attempt;
            Path free = file.resolveSibling(DAMAGED + suffix + ".json");
            if (!Files.exists(free)) {
                Files.move(file, free);
                return;
            }
        }
    }

    /// Keeps the notes in a run's folder; the file goes when nothing is left to say. One that
    /// cannot be read is laid aside first, for somebody may want to mend it; so is each after it.
    public void write(Path run) throws IOException {
        Path file = run.resolve(FILE);
        if (damaged(run)) {
            layAside(file);
        }
        if (equals(NONE)) {
            Files.deleteIfExists(file);
            return;
        }
        ObjectNode json = JSON.createObjectNode();
        tags.forEach(json.putArray("tags")::add);
        json.put("note", note);
        WholeFiles.write(file, JSON.writeValueAsBytes(json));
    }
}
