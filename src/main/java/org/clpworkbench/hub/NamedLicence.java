package org.clpworkbench.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The licence that a folder's card names in the data between lines of dashes that it begins with.
public final class NamedLicence {
    private static final int BEGINNING = 1 << 16;
    private static final Pattern DATA =
            Pattern.compile("\\A\\uFEFF?---[ \\t]*\\R(.*?)\\R---", Pattern.DOTALL);
    private static final Pattern LICENCE = field("license");
    private static final Pattern NAME = field("license_name");

    /// Of the Hub's tags the one for a licence that has no tag of its own.
    private static final String OTHER = "other";

    private NamedLicence() {}

    /// As its tag says: "mit"; empty where nobody says.
    public static Optional<String> of(Path folder) throws IOException {
        Path card = folder.resolve(RepositoryPage.CARD);
        if (!Files.isRegularFile(card)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(card)) {
            return in(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8));
        }
    }

    static Optional<String> in(String card) {
        Matcher data = DATA.matcher(card);
        if (!data.find()) {
            return Optional.empty();
        }
        Optional<String> licence = value(LICENCE, data.group(1));
        return licence.filter(OTHER::equals)
                .flatMap(other -> value(NAME, data.group(1)))
                .or(() -> licence);
    }

    /// A value, or the first of a list.
    private static Pattern field(String key) {
        return Pattern.compile(
                "^" + key + ":[ \\t]*+(?:\\R?[ \\t]*-[ \\t]+|\\[)?[\"']?([^\"'\\[\\],#\\r\\n]+)",
                Pattern.MULTILINE);
    }

    private static Optional<String> value(Pattern field, String data) {
        Matcher matcher = field.matcher(data);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
