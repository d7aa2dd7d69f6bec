package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;

import org.clpworkbench.transfer.RowOrigin;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.TokenKind;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// What is said to become of a token is what the transfer does with it.
class ExplanationTest extends OpenedSmallPair {
    @Test
    void sumsUpASpecialTokenThatOnlyTheHelperHas() {
        by("clp");
        Mixture mixture = explained(SmallPair.PAD);
        assertThat(standing()).startsWith("◆ Missing");
        assertThat(viewModel.token(SmallPair.PAD).kind()).isEqualTo(TokenKind.MISSING);
        assertThat(mixture.origin()).isEqualTo(RowOrigin.COMBINED);
        assertThat(words(mixture, ".formula")).startsWith("x(<pad>) = ");
        assertThat(words(mixture, ".no-sum")).isEmpty();
    }

    /// Its role is that of the source's own special token, which exact matching does not look at.
    @Test
    void saysThatAMethodCopiesWhatOnlyItsOwnMatchingFinds() {
        Mixture mixture = explained(SmallPair.PAD);
        assertThat(mixture.origin()).isEqualTo(RowOrigin.COPIED);
        assertThat(words(mixture, ".no-sum"))
                .isEqualTo(
                        "<pad> is copied from the source: by its own matching procrustes takes it"
                                + " for a token that the source has too.");
        assertThat(words(mixture, ".formula")).isEmpty();
        assertThat(rule())
                .isEqualTo(
                        "procrustes takes tokens for the same by its own rule, canonical; what"
                                + " this screen calls missing goes by exact.");
        by("clp");
        assertThat(rule()).isEmpty();
    }

    private void by(String method) {
        WorkbenchWindow.onFxThread(
                () -> {
                    viewModel.first().method().set(method);
                    return true;
                });
    }

    private String rule() {
        return WorkbenchWindow.onFxThread(() -> viewModel.first().rule().get());
    }

    @Test
    void doesNotSumUpATokenThatIsDrawn() {
        Mixture mixture = explained(SmallPair.EMPTY);
        assertThat(standing()).startsWith("▲ Fallback: source does not know this token");
        assertThat(viewModel.token(SmallPair.EMPTY).kind()).isEqualTo(TokenKind.FALLBACK);
        assertThat(mixture.origin()).isEqualTo(RowOrigin.DRAWN);
        assertThat(words(mixture, ".no-sum")).startsWith("leer is drawn at random");
        assertThat(words(mixture, ".formula")).isEmpty();
    }

    @Test
    void explainsNothingWhereARowIsCopied() {
        assertThat(standing()).startsWith("● An anchor: source knows");
        assertThat(viewModel.token(SmallPair.HAUS).kind()).isEqualTo(TokenKind.ANCHOR);
        assertThat(viewModel.first().mixture().get()).isNull();
    }

    private Mixture explained(int token) {
        SmallPair.look(viewModel, token);
        WorkbenchWindow.waitUntil(
                "the mixture",
                () -> {
                    Mixture now = viewModel.first().mixture().get();
                    return now != null && now.id() == token;
                });
        return Objects.requireNonNull(viewModel.first().mixture().get());
    }

    private String standing() {
        return WorkbenchWindow.onFxThread(() -> viewModel.standing().getValue());
    }

    /// What a part of the panel says.
    private String words(Mixture mixture, String part) {
        return WorkbenchWindow.onFxThread(
                () -> {
                    var panel = new MixturePanel(viewModel::token);
                    panel.show(mixture);
                    return List.copyOf(panel.lookupAll(part)).getFirst() instanceof Label label
                            ? label.getText()
                            : "";
                });
    }
}
