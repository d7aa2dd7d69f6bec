package org.clpworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every source is as google-java-format (AOSP style) writes it, and none is longer than one idea.
class FormattingTest {
    private static final String COMMAND = "mvn -q test -Dtest=FormattingTest -Dformat.apply=true";
    private static final int MOST_LINES = 400;

    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws IOException {
        boolean apply = Boolean.getBoolean("format.apply");
        var unformatted = new ArrayList<Path>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            String wanted = formatted(source, text);
            if (!text.equals(wanted)) {
                if (apply) {
                    Files.writeString(source, wanted);
                } else {
                    unformatted.add(source);
                }
            }
        }
        assertThat(unformatted).as("sources to format with `%s`", COMMAND).isEmpty();
    }

    @Test
    void noSourceIsLongerThanFourHundredLines() throws IOException {
        var tooLong = new ArrayList<Path>();
        for (Path source : sources()) {
            try (Stream<String> lines = Files.lines(source)) {
                if (lines.count() > MOST_LINES) {
                    tooLong.add(source);
                }
            }
        }
        assertThat(tooLong).as("sources to split").isEmpty();
    }

    private String formatted(Path source, String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException broken) {
            throw new AssertionError("Cannot format " + source + ": " + broken.getMessage());
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> main = Files.walk(Path.of("src"))) {
            return main.filter(path -> path.toString().endsWith(".java")).sorted().toList();
        }
    }
}
