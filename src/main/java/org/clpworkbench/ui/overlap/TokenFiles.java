package org.clpworkbench.ui.overlap;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.table.Csv;
import org.clpworkbench.ui.common.FileKind;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WhereToWrite;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.VocabularyBreakdown.Part;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Writes what the screen shows for other programs.
final class TokenFiles {
    private static final List<String> TOKEN_HEADER =
            List.of(
                    "token",
                    "spelled",
                    "kind",
                    "id",
                    "source_id",
                    "length",
                    "in_text",
                    "script",
                    "word_start",
                    "frequency");
    private static final List<String> GROUP_HEADER =
            List.of("group", "tokens", "anchors", "source_tokens", "in_text", "anchors_in_text");

    private final Texts texts = Texts.of(OverlapViewModel.class);
    private final LatestJob writing;
    private final StringProperty note = new SimpleStringProperty("");
    private final WhereToWrite where;

    TokenFiles(ScreenContext context) {
        this.where = new WhereToWrite(context.dialogs(), note::set);
        this.writing = new LatestJob(context.jobs());
    }

    /// Asks where to, and writes the tokens in the order given.
    void exportTokens(TokensOnShow tokens, List<TokenRow> rows) {
        where.ask(texts.get("export.tokens.title"), "tokens", FileKind.CSV)
                .ifPresent(
                        file ->
                                write(
                                        file,
                                        TOKEN_HEADER,
                                        List.copyOf(rows),
                                        row -> fields(tokens, row)));
    }

    /// Asks where to, and writes the groups.
    ///
    /// @param by the matching rules where it is empty
    void exportGroups(TokensOnShow tokens, Optional<Grouping> by) {
        boolean counted = tokens.counts().isPresent();
        where.ask(texts.get("export.groups.title"), "overlap", FileKind.CSV)
                .ifPresent(
                        file ->
                                write(
                                        file,
                                        GROUP_HEADER,
                                        tokens.parts(by),
                                        part -> fields(part, counted)));
    }

    /// Asks where to, and writes what both tokenizers make of a text.
    void exportFigures(FigureSheet sheet) {
        where.ask(texts.get("export.figures.title"), "fertility", FileKind.CSV)
                .ifPresent(file -> write(file, sheet.header(), sheet.lines(), line -> line));
    }

    private <T> void write(
            Path file, List<String> header, List<T> rows, Function<T, List<String>> fields) {
        note.set("");
        writing.await(
                texts.get("export.job", file.getFileName()),
                progress -> {
                    Csv.write(file, header, rows, fields, progress);
                    return rows.size();
                },
                many -> note.set(texts.get("export.done", many, file)),
                failed -> note.set(texts.get("export.failed", failed.sentence())));
    }

    private static List<String> fields(TokensOnShow tokens, TokenRow row) {
        return List.of(
                row.display(),
                row.raw(),
                row.kind().name().toLowerCase(Locale.ROOT),
                Integer.toString(row.id()),
                row.sourceId() < 0 ? "" : Integer.toString(row.sourceId()),
                Integer.toString(row.length()),
                row.inText() < 0 ? "" : Long.toString(row.inText()),
                lower(tokens, Grouping.SCRIPT, row),
                lower(tokens, Grouping.WORD_START, row),
                row.inText() < 0 ? "" : lower(tokens, Grouping.FREQUENCY, row));
    }

    private static String lower(TokensOnShow tokens, Grouping by, TokenRow row) {
        return tokens.groupOf(by, row.id()).toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static List<String> fields(Part part, boolean counted) {
        return List.of(
                part.group().toLowerCase(Locale.ROOT),
                Integer.toString(part.tokens()),
                Integer.toString(part.anchors()),
                Integer.toString(part.sources()),
                counted ? Long.toString(part.running()) : "",
                counted ? Long.toString(part.runningAnchors()) : "");
    }

    /// What was written where, or why not; empty at first.
    StringProperty note() {
        return note;
    }
}
