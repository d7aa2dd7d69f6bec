package org.clpworkbench.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.generation.WriterLine.Written;
import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.problem.ToldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

class WriterProcessTest {
    private static final Sampling DRAWN = new Sampling(0.8, 50, 1, 1);

    @TempDir private Path folder;

    private static String text(Iterable<Written> tokens) {
        var text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }

    @Test
    void writesWhatTheModelWritesHereTokenByToken() throws Exception {
        Path model = EmbeddedDemo.unpack(folder).helper();
        var request = new TextRequest("Öffnen Sie die", 24, DRAWN);
        var here = new ArrayList<Written>();
        String whole;
        try (var writer = TextWriter.open(model, "cpu")) {
            whole = writer.text(writer.write(request, () -> true, here::add));
        }
        var there = new ArrayList<Written>();
        try (var process = WriterProcess.start(model, "cpu", 1)) {
            process.write(request, Progress.unwatched(), there::add);
        }
        assertThat(there.stream().map(token -> token.token().id()))
                .isEqualTo(here.stream().map(token -> token.token().id()).toList());
        assertThat("Öffnen Sie die" + text(there)).isEqualTo(whole);
        assertThat(there).allSatisfy(WriterProcessTest::hasItsChances);
    }

    /// The likeliest come first, each with a chance, and none has a greater one than the first.
    private static void hasItsChances(Written token) {
        var chances = token.likeliest().stream().map(LikelyToken::probability).toList();
        assertThat(chances).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(chances.stream().collect(Collectors.summingDouble(chance -> chance)))
                .isLessThanOrEqualTo(1 + 1e-9);
        assertThat(token.token().probability()).isBetween(0.0, chances.getFirst());
    }

    @Test
    void staysLoadedAfterATextIsStoppedAndWritesTheNext() throws Exception {
        Path model = EmbeddedDemo.unpack(folder).helper();
        try (var process = WriterProcess.start(model, "cpu", 1)) {
            var stopped = new ArrayList<Written>();
            var progress = new Cancellable(() -> !stopped.isEmpty());
            assertThatThrownBy(
                            () ->
                                    process.write(
                                            new TextRequest("Die", 5000, DRAWN),
                                            progress,
                                            stopped::add))
                    .isInstanceOf(CancellationException.class);
            assertThat(stopped).hasSizeLessThan(5000);
            var next = new ArrayList<Written>();
            process.write(new TextRequest("Das", 3, DRAWN), Progress.unwatched(), next::add);
            assertThat(next).hasSizeLessThanOrEqualTo(3).isNotEmpty();
        }
    }

    @Test
    void saysWhyAModelCannotBeLoaded() throws Exception {
        try (var process = WriterProcess.start(folder.resolve("nothing"), "cpu", 1)) {
            assertThatThrownBy(
                            () ->
                                    process.write(
                                            new TextRequest("Die", 3, DRAWN),
                                            Progress.unwatched(),
                                            _ -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nothing");
        }
    }

    @Test
    void refusesAPromptWithoutATokenAndGoesOn() throws Exception {
        Path model = EmbeddedDemo.unpack(folder).helper();
        try (var process = WriterProcess.start(model, "cpu", 1)) {
            assertThatThrownBy(
                            () ->
                                    process.write(
                                            new TextRequest("", 3, DRAWN),
                                            Progress.unwatched(),
                                            _ -> {}))
                    .hasMessage("The prompt is empty; give the text something to begin with.")
                    .isInstanceOfSatisfying(
                            ToldException.class,
                            thrown ->
                                    assertThat(thrown.told().orElseThrow().in(Locale.GERMAN))
                                            .startsWith("Der Anfang ist leer;"));
            var next = new ArrayList<Written>();
            process.write(new TextRequest("Das", 2, DRAWN), Progress.unwatched(), next::add);
            assertThat(next).isNotEmpty();
        }
    }
}
