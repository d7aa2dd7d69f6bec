package org.clpworkbench.vocab;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A UTF-8 file in pieces of whole lines, so that a long one is never in memory as a whole.
final class TextPieces {
    private static final int CHUNK = 1 << 18;

    private TextPieces() {}

    /// Hands over piece after piece, which give together the text.
    ///
    /// @param mostBytes after which no further piece is read
    /// @return whether the file was read to its end
    /// @throws IOException when the file cannot be read or is no UTF-8
    static boolean read(Path text, long mostBytes, Progress progress, Consumer<String> taken)
            throws IOException {
        long total = Math.min(mostBytes, Files.size(text));
        long bytes = 0;
        boolean ended = false;
        var decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(text);
                Reader reader = new InputStreamReader(in, decoder)) {
            var pending = new StringBuilder();
            char[] buffer = new char[CHUNK];
            while (!ended && bytes < mostBytes) {
                progress.checkCancelled();
                progress.update(bytes, total, "bytes");
                int read = fill(reader, buffer);
                ended = read < buffer.length || (in.available() == 0 && !reader.ready());
                pending.append(buffer, 0, read);
                int end = ended ? pending.length() : cut(pending);
                String piece = pending.substring(0, end);
                pending.delete(0, end);
                bytes += piece.getBytes(StandardCharsets.UTF_8).length;
                taken.accept(piece);
            }
        } catch (CharacterCodingException notUtf8) {
            throw new ToldException(Sentence.of(TextPieces.class, "text.notUtf8", text), notUtf8);
        }
        return ended;
    }

    private static int fill(Reader reader, char[] buffer) throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int read = reader.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }

    /// After the last line, else after the last space, else before what may be half a character.
    private static int cut(StringBuilder text) {
        int line = text.lastIndexOf("\n") + 1;
        int space = line > 0 ? line : text.lastIndexOf(" ");
        if (space > 0) {
            return space;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(text.length() - 1));
        return text.length() - (halved ? 1 : 0);
    }
}
