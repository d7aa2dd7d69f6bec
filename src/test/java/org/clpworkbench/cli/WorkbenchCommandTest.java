package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

class WorkbenchCommandTest {
    @Test
    void namesItsCommandsInTheHelp() {
        var run = CommandRun.of("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("models", "overlap", "neighbours", "transfer");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void endsWithTwoAndAHintOnWrongUsage() {
        for (var run :
                new CommandRun[] {
                    CommandRun.of("trasnfer"),
                    CommandRun.of("models"),
                    CommandRun.of("overlap", "--source", "x"),
                    CommandRun.of("transfer", "--source", "a", "--helper", "b", "--out", "c", "-x")
                }) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("clp-workbench: ").contains("--help");
        }
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(CommandRun.of("neighbors").err()).contains("neighbours");
    }

    @Test
    void endsWithOneAndOneSentenceWhenItFails() {
        var run = CommandRun.of("models", "show", "/there/is/none", "--json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "clp-workbench: /there/is/none is not a folder; choose a model's folder.");
    }

    @Test
    void explainsFailuresWithoutTheirClassNames() {
        assertThat(Failures.sentence(new NoSuchFileException("/a")))
                .isEqualTo("There is no file /a.");
        assertThat(
                        Failures.sentence(
                                new UncheckedIOException(new IOException("The disk is full."))))
                .isEqualTo("The disk is full.");
        assertThat(Failures.sentence(new IllegalArgumentException("No such token.")))
                .isEqualTo("No such token.");
        assertThat(Failures.sentence(new IllegalStateException("inner")))
                .contains("should not have", "inner", "see the log");
    }
}
