package org.clpworkbench.ui.common;

import org.clpworkbench.ui.common.Dialogs.ChosenFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks where a file is to be written. A name without an ending gets that of the kind that was
/// chosen; one that says something else than is written is refused.
public final class WhereToWrite {
    /// "losses.jpg" has one, "losses 0.25" has none.
    private static final Pattern ENDING =
            Pattern.compile(".+\\.(?=\\p{N}*\\p{L})[\\p{L}\\p{N}]{1,5}");

    private final Texts texts = Texts.of(WhereToWrite.class);
    private final Dialogs dialogs;
    private final Consumer<String> refused;

    /// @param refused is told in a sentence why a name is refused
    public WhereToWrite(Dialogs dialogs, Consumer<String> refused) {
        this.dialogs = dialogs;
        this.refused = refused;
    }

    /// Empty when the question is cancelled, or the name refused.
    ///
    /// @param name that is suggested, without an ending
    /// @param kinds that can be written
    public Optional<Path> ask(String title, String name, FileKind... kinds) {
        List<FileKind> offered = List.of(kinds);
        // with a choice of kinds the ending follows it
        String suggested = offered.size() == 1 ? name + kinds[0].ending() : name;
        return dialogs.chooseFileToWrite(title, suggested, offered)
                .flatMap(chosen -> named(chosen, offered));
    }

    private Optional<Path> named(ChosenFile chosen, List<FileKind> offered) {
        Path file = chosen.file();
        if (offered.stream().anyMatch(kind -> kind.isSaidBy(file))) {
            return Optional.of(file);
        }
        String name = String.valueOf(file.getFileName());
        if (ENDING.matcher(name).matches()) {
            String endings =
                    offered.stream().map(FileKind::ending).collect(Collectors.joining(", "));
            refused.accept(texts.get("refused", name, endings));
            return Optional.empty();
        }
        return unlessThere(file.resolveSibling(name + chosen.kind().ending()));
    }

    /// The system has asked about the name without the ending.
    private Optional<Path> unlessThere(Path file) {
        boolean free =
                !Files.exists(file)
                        || dialogs.agrees(
                                texts.get("replace.question", file.getFileName()),
                                texts.get("replace.about", file),
                                texts.get("replace.yes"),
                                texts.get("replace.no"));
        return free ? Optional.of(file) : Optional.empty();
    }
}
