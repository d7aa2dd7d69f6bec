package org.clpworkbench.ui.generate;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.clpworkbench.generation.LikelyToken;
import org.clpworkbench.generation.WriterLine.Written;

import java.util.List;
import java.util.stream.Collectors;

/// How a token stands in a written text: by what it adds, or by a small mark where nothing would be
/// seen of that, as of a line break and of bytes that are no whole character yet.
final class TokenPiece {
    private final Node seen;
    private final List<Node> nodes;

    TokenPiece(Written token) {
        var text = new Text(token.text());
        if (isSeen(token.text())) {
            seen = text;
            nodes = List.of(text);
        } else {
            seen = mark(token);
            // a line that it breaks is still broken
            text.setMouseTransparent(true);
            nodes = List.of(seen, text);
        }
        seen.getStyleClass().add("written-token");
    }

    private static boolean isSeen(String text) {
        return text.codePoints().anyMatch(TokenPiece::hasShape)
                || (!text.isEmpty() && text.codePoints().allMatch(TokenPiece::hasWidth));
    }

    private static boolean hasShape(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT;
    }

    private static boolean hasWidth(int character) {
        return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    private static Label mark(Written token) {
        String text = token.text();
        var mark = new Label(text.isEmpty() ? bytes(token.token()) : signs(text));
        mark.getStyleClass().addAll("token-chip", "plain", "written-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    /// "E4 B8" of "⟨0xE4 0xB8⟩", and what else a token that adds nothing is called.
    private static String bytes(LikelyToken token) {
        String hex = token.display().replaceAll("⟨0x|⟩", "").replace(" 0x", " ");
        return hex.isBlank() ? "⟨" + token.id() + "⟩" : hex;
    }

    private static String signs(String text) {
        return text.codePoints().mapToObj(TokenPiece::sign).collect(Collectors.joining());
    }

    private static String sign(int character) {
        return switch (character) {
            case '\n' -> "↵";
            case '\t' -> "⇥";
            case ' ' -> "·";
            default -> "%02X".formatted(character);
        };
    }

    /// What the mouse finds, and what is marked when keys lead there.
    Node seen() {
        return seen;
    }

    /// All that the text takes in for it.
    List<Node> nodes() {
        return nodes;
    }
}
