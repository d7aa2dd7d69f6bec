package org.clpworkbench.vocab.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Cancellable;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.SpecialRole;
import org.clpworkbench.vocab.TokenFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

class BpeTrainerTest {
    /// The special token and 256 bytes.
    private static final int FEWEST = 257;

    @TempDir Path folder;

    private Path text(String content) throws IOException {
        return Files.writeString(folder.resolve("text.txt"), content);
    }

    private BpeModel trained(String content, int merges, long frequency) throws IOException {
        var spec = new BpeSpec(FEWEST + merges, frequency, List.of(BpeSpec.END_OF_TEXT));
        return BpeTrainer.train(List.of(text(content)), spec, Progress.unwatched());
    }

    private static List<String> merges(BpeModel model) {
        return model.merges().stream()
                .map(m -> model.tokens().get(m.left()) + " " + model.tokens().get(m.right()))
                .toList();
    }

    private static List<String> learned(BpeModel model) {
        return model.tokens().subList(FEWEST, model.tokens().size());
    }

    /// "low" 5 times, "lower" 2, "newest" 6, "widest" 3, each on its own line (Sennrich et al.
    /// 2016, figure 1, but without an end-of-word symbol):
    ///
    /// - e s: 6 + 3 = 9, and so is s t; `e` (69) is before `s`, so "es" is first.
    /// - es t: 9 → "est". Then l o: 5 + 2 = 7, o w: 7; `l` before `o` → "lo". lo w: 7 → "low".
    /// - n e, e w, w est: 6 each (e w stands in "newest" alone: "lower" has w e). `e` is first:
    ///   "ew". Then n ew and ew est, 6 each; the byte n is older than "ew": "new". Then "newest".
    /// - d est, i d, w i: 3 each; d (68) is before i and w: "dest"; then i dest: "idest"; then w
    ///   idest: "widest".
    /// - low e, e r: 2 each; the byte e is before "low": "er"; then low er.
    @Test
    void mergesTheMostFrequentPairAndOfEqualOnesTheOldest() throws IOException {
        String text =
                "low\n".repeat(5)
                        + "lower\n".repeat(2)
                        + "newest\n".repeat(6)
                        + "widest\n".repeat(3);
        var model = trained(text, 100, 2);
        assertThat(merges(model))
                .containsExactly(
                        "e s", "es t", "l o", "lo w", "e w", "n ew", "new est", "d est", "i dest",
                        "w idest", "e r", "low er");
        assertThat(learned(model))
                .containsExactly(
                        "es", "est", "lo", "low", "ew", "new", "newest", "dest", "idest", "widest",
                        "er", "lower");
    }

    @Test
    void stopsAtTheLeastFrequencyAndAtTheSize() throws IOException {
        // a b: 3; b c: 2; after "ab", ab c: 2; then x y: 1
        String text = "abc\nabc\nab\nxy\n";
        assertThat(learned(trained(text, 100, 2))).containsExactly("ab", "abc");
        assertThat(learned(trained(text, 100, 1))).containsExactly("ab", "abc", "xy");
        assertThat(learned(trained(text, 100, 3))).containsExactly("ab");
        assertThat(learned(trained(text, 1, 0))).containsExactly("ab");
    }

    /// "aaaaa" has the pair a a four times. Merged from the left it is aa aa a: "aa aa" once, "aa
    /// a" once. The byte was there before "aa", but both pairs begin with "aa": a (id lower) is
    /// first.
    @Test
    void mergesRunsFromTheLeft() throws IOException {
        assertThat(merges(trained("aaaaa\n", 100, 1))).containsExactly("a a", "aa a", "aa aaa");
    }

    /// Special tokens first, then bytes by the characters that stand for them: "!" is byte 33 and
    /// the first printable one, "Ā" (U+0100) stands for byte 0, "Ń" (U+0143) for AD, the last.
    @Test
    void givesIdsToSpecialTokensThenToBytes() throws IOException {
        var spec = new BpeSpec(258, 1, List.of("<s>", "</s>"));
        var model = BpeTrainer.train(List.of(text("")), spec, Progress.unwatched());
        assertThat(model.tokens()).hasSize(258).startsWith("<s>", "</s>", "!", "\"");
        assertThat(model.tokens().indexOf("~")).isEqualTo(2 + '~' - '!');
        // 94 from ! to ~, 12 from A1 to AC, 82 from AE to FF
        assertThat(model.tokens().indexOf("Ā")).isEqualTo(2 + 94 + 12 + 82);
        assertThat(model.tokens().getLast()).isEqualTo("Ń");
    }

    /// "ab" is special already: merging a b gives it no second id, and the size counts it once.
    @Test
    void aTokenSpelledLikeASpecialOneKeepsItsId() throws IOException {
        var spec = new BpeSpec(259, 1, List.of("ab"));
        var model =
                BpeTrainer.train(List.of(text("abc\nabc\nab\nde\n")), spec, Progress.unwatched());
        assertThat(merges(model)).containsExactly("a b", "ab c", "d e");
        assertThat(model.tokens().subList(257, 259)).containsExactly("abc", "de");
    }

    @Test
    void learnsTheSameOnAnyNumberOfThreads() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        var texts = List.of(demo.training(), demo.validation());
        var spec = BpeSpec.gpt2(3000);
        var alone = BpeTrainer.train(texts, spec, 1, Progress.unwatched());
        assertThat(alone.tokens()).hasSize(3000);
        for (int threads : new int[] {2, 7}) {
            assertThat(BpeTrainer.train(texts, spec, threads, Progress.unwatched()))
                    .isEqualTo(alone);
        }
    }

    /// 3 MB in lines longer than a chunk, of which every second begins with white space, are
    /// counted as their words one by one.
    @Test
    void countsWordsAcrossChunks() throws IOException {
        // each " word" 400,000 times but the first: it begins the line
        Path one = text("  word".repeat(400_000) + "\n");
        WordCounts counts = WordCounting.count(List.of(one), 3, Progress.unwatched());
        var found = new TreeMap<String, Long>();
        counts.forEach(
                (bytes, begin, end, count) ->
                        found.put(
                                new String(bytes, begin, end - begin, StandardCharsets.UTF_8),
                                count));
        assertThat(found)
                .containsOnly(entry(" ", 400_000L), entry(" word", 400_000L), entry("\n", 1L));
    }

    /// Each of several threads learns by itself that there is nothing left.
    @Test
    void saysAsOftenAsItIsAskedThatTheTextIsAtItsEnd() throws IOException {
        Path one = text("a line\n");
        var chunk = new TextChunks.Chunk();
        try (var chunks = new TextChunks(List.of(one, one), Progress.unwatched())) {
            assertThat(chunks.next(chunk)).isTrue();
            assertThat(chunks.next(chunk)).isTrue();
            assertThat(chunks.next(chunk)).isFalse();
            assertThat(chunks.next(chunk)).isFalse();
        }
    }

    @Test
    void writesATokenizerThatEncodesAndDecodes() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        String sample = Files.readString(demo.validation()) + "\u0000 😀\r\n\t字 '' ﷽ ";
        Path made = folder.resolve("tokenizer");
        var model =
                BpeTrainer.train(
                        List.of(demo.training()), BpeSpec.gpt2(4000), Progress.unwatched());
        BpeFiles.write(made, model);
        try (var tokenizer = ModelTokenizer.open(made)) {
            int[] ids = tokenizer.encode(sample);
            assertThat(tokenizer.decode(ids)).isEqualTo(sample);
            assertThat(ids.length).isLessThan(sample.length() / 2);
            assertThat(tokenizer.encode("der <|endoftext|>")).endsWith(0);
            var vocabulary = tokenizer.vocabulary();
            assertThat(vocabulary.family()).isEqualTo(TokenFamily.BYTE_LEVEL);
            assertThat(vocabulary.size()).isEqualTo(4000);
            for (var role : List.of(SpecialRole.BOS, SpecialRole.EOS, SpecialRole.UNK)) {
                assertThat(vocabulary.role(role)).hasValue(0);
            }
        }
    }

    @Test
    void namesTheByteThatIsNoUtf8() throws IOException {
        byte[] bytes = ("ä ok\n".repeat(300_000) + "x").getBytes(StandardCharsets.UTF_8);
        bytes[1_500_000] = (byte) 0xFF;
        Path broken = Files.write(folder.resolve("broken.txt"), bytes);
        assertThatThrownBy(
                        () ->
                                BpeTrainer.train(
                                        List.of(broken), BpeSpec.gpt2(300), Progress.unwatched()))
                .isInstanceOf(IOException.class)
                .hasMessage(broken + " is not UTF-8 at byte 1,500,000; convert it first.");
    }

    /// Asked once a chunk and often between two merges: it ends wherever it is cancelled.
    @Test
    void endsWhenCancelled() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        for (int asked : new int[] {1, 3, 50, 2000}) {
            var questions = new AtomicInteger();
            var progress = new Cancellable(() -> questions.incrementAndGet() > asked);
            assertThatThrownBy(
                            () ->
                                    BpeTrainer.train(
                                            List.of(demo.training()), BpeSpec.gpt2(8000), progress))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> BpeSpec.gpt2(256))
                .hasMessageContaining("at least 257 tokens with 1 special ones, not 256");
        assertThatThrownBy(() -> new BpeSpec(400, 1, List.of("<s>", "<s>")))
                .hasMessageContaining("but once");
        assertThatThrownBy(() -> new BpeSpec(400, 1, List.of("a")))
                .hasMessageContaining("a single one stands for a byte");
        assertThatThrownBy(
                        () ->
                                BpeTrainer.train(
                                        List.of(folder), BpeSpec.gpt2(300), Progress.unwatched()))
                .hasMessage(folder + " is no text file; choose one in UTF-8.");
    }
}
