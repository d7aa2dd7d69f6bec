package org.clpworkbench.generation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.problem.Sentence;

import java.util.List;

/// What a process that writes answers, a JSON line each: that its model is loaded; then, for each
/// request, the tokens and how it ended.
public sealed interface WriterLine {
    /// A token of the text.
    ///
    /// @param text what it adds, "" while a character is not whole
    /// @param token itself, with the chance it had
    /// @param likeliest of the tokens that could have come, the likeliest first
    record Written(String text, LikelyToken token, List<LikelyToken> likeliest)
            implements WriterLine {
        public Written {
            likeliest = List.copyOf(likeliest);
        }
    }

    /// @param parameters of the model
    record Ready(long parameters) implements WriterLine {}

    /// @param whole whether the model itself ended the text
    record Ended(boolean whole) implements WriterLine {}

    /// @param why nothing could be written; what is filled in are words and numbers, which a line
    ///   of JSON keeps
    record Failed(Sentence why) implements WriterLine {}

    /// Without the line's end.
    default String json() throws JsonProcessingException {
        return Shape.JSON.writeValueAsString(this);
    }

    /// @throws JsonProcessingException when the line is none of these
    static WriterLine read(String line) throws JsonProcessingException {
        return Shape.JSON.readValue(line, WriterLine.class);
    }

    /// The cases have their names in the line.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Written.class, name = "written"),
        @JsonSubTypes.Type(value = Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Ended.class, name = "ended"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    abstract class Shape {
        private static final JsonMapper JSON =
                JsonMapper.builder().addMixIn(WriterLine.class, Shape.class).build();

        private Shape() {}
    }
}
