package org.clpworkbench.vocab.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class Gpt2SplitTest {
    /// As the Hugging Face library has it; `\s` is Unicode's white space there.
    private static final Pattern RULE =
            Pattern.compile(
                    "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+|"
                            + " ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SPACE = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

    /// What the rule treats in different ways, and characters of one to four bytes of every class.
    private static final List<String> PIECES =
            List.of(
                    " ", "  ", "\n", "\t", "\r", "\u00A0", "\u3000", "\u0085", "\u2028", "'", "'s",
                    "'t", "'re", "'ve", "'m", "'ll", "'d", "'S", "r", "e", "v", "l", "a", "ñ", "字",
                    "𝒜", "7", "٣", "Ⅷ", "𝟙", "!", "—", "😀", "\u0301", "\u0000", "\uFEFF",
                    "\u200B");

    private static List<String> words(String text) throws NotUtf8Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var words = new ArrayList<String>();
        var split = new Gpt2Split(bytes, 0, bytes.length);
        while (split.next()) {
            int length = split.end() - split.begin();
            words.add(new String(bytes, split.begin(), length, StandardCharsets.UTF_8));
        }
        return words;
    }

    /// Line by line, the newline being its line's last character.
    private static List<String> byTheRule(String text) {
        return Arrays.stream(text.split("(?<=\n)"))
                .flatMap(line -> RULE.matcher(line).results())
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void cutsAsTheRuleSays() throws NotUtf8Exception {
        assertThat(words("Don't  go 'sideways', it's 42 €uros\n"))
                .containsExactly(
                        "Don",
                        "'t",
                        " ",
                        " go",
                        " '",
                        "sideways",
                        "',",
                        " it",
                        "'s",
                        " 42",
                        " €",
                        "uros",
                        "\n");
    }

    @Test
    void leavesTheLastSpaceToTheWordAndAllSpaceToTheLinesEnd() throws NotUtf8Exception {
        assertThat(words("a   b\t\tc  \n d"))
                .containsExactly("a", "  ", " b", "\t", "\t", "c", "  \n", " d");
        assertThat(words("a   ")).containsExactly("a", "   ");
    }

    @Test
    void equalsTheRuleOnAnyText() throws NotUtf8Exception {
        var random = new SplittableRandom(7);
        for (int turn = 0; turn < 20_000; turn++) {
            var text = new StringBuilder();
            for (int piece = random.nextInt(1, 30); piece > 0; piece--) {
                text.append(
                        random.nextInt(4) == 0
                                ? Character.toString(anyCharacter(random))
                                : PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(words(text.toString()))
                    .as("seed 7, turn %d", turn)
                    .isEqualTo(byTheRule(text.toString()));
        }
    }

    private static int anyCharacter(SplittableRandom random) {
        int character = random.nextInt(Character.MAX_CODE_POINT + 1);
        boolean surrogate = character >= 0xD800 && character < 0xE000;
        return surrogate ? anyCharacter(random) : character;
    }

    @Test
    void takesEveryCharacterAsTheRuleDoes() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String text = Character.toString(character);
            byte expected =
                    text.matches("\\p{L}")
                            ? CharacterClass.LETTER
                            : text.matches("\\p{N}")
                                    ? CharacterClass.NUMBER
                                    : SPACE.matcher(text).matches()
                                            ? CharacterClass.SPACE
                                            : CharacterClass.OTHER;
            if (CharacterClass.of(character) != expected) {
                assertThat(CharacterClass.of(character))
                        .as("U+%04X", character)
                        .isEqualTo(expected);
            }
        }
    }

    /// Every character of the first four planes after a letter, a number and a sign, cut by the
    /// library that encodes: a token a byte, as there are no merges. Of the other planes, which
    /// hold little, the beginning.
    @Test
    void cutsWhereTheTokenizerThatEncodesCuts(@TempDir Path folder) throws IOException {
        var spec = BpeSpec.gpt2(257);
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        BpeFiles.write(folder, BpeTrainer.train(List.of(empty), spec, Progress.unwatched()));
        try (var tokenizer =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(folder.resolve("tokenizer.json"))
                        .optTruncation(false)
                        .build()) {
            for (int block = 0; block <= Character.MAX_CODE_POINT; block += 4096) {
                if (block >= 0x40000 && block % 0x10000 > 0) {
                    continue;
                }
                var text = new StringBuilder();
                for (int character = block; character < block + 4096; character++) {
                    if (character != '\n' && (character < 0xD800 || character >= 0xE000)) {
                        String shown = Character.toString(character);
                        text.append("a" + shown + "1" + shown + "!" + shown);
                    }
                }
                var lengths = new ArrayList<Integer>();
                long before = -1;
                for (long word : tokenizer.encode(text.toString(), false, false).getWordIds()) {
                    boolean same = word == before;
                    lengths.add(same ? lengths.removeLast() + 1 : 1);
                    before = word;
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                var split = new Gpt2Split(bytes, 0, bytes.length);
                var own = new ArrayList<Integer>();
                while (split.next()) {
                    own.add(split.end() - split.begin());
                }
                assertThat(own).as("from U+%04X", block).isEqualTo(lengths);
            }
        }
    }

    /// Unicode 16, table 3-7: what is no well-formed UTF-8.
    @ParameterizedTest
    @CsvSource({
        "6180, 1", "61C080, 1", "61C1BF, 1", "E08080, 0", "E0A0, 0", "20EDA080, 1", "F0808080, 0",
        "F4908080, 0", "F5808080, 0", "FF, 0", "61C3, 1", "61E282, 1", "C328, 0", "E28228, 0"
    })
    void refusesWhatIsNoUtf8AndSaysWhere(String hex, int offset) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        var split = new Gpt2Split(bytes, 0, bytes.length);
        assertThatThrownBy(
                        () -> {
                            while (split.next()) {
                                assertThat(split.end()).isGreaterThan(split.begin());
                            }
                        })
                .isInstanceOfSatisfying(
                        NotUtf8Exception.class,
                        mistake -> assertThat(mistake.offset()).isEqualTo(offset));
    }
}
