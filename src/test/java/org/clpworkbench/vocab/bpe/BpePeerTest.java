package org.clpworkbench.vocab.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.PeerPython;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Against the Hugging Face library in Python. `CLP_PEERS_TEXTS` (or `-Dclp.peers.texts`) may name
/// a folder of three folders or more that hold text files, 10 MB or more of a language each.
@Tag("peers")
class BpePeerTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/org/clpworkbench/vocab/bpe");
    private static final int LINES_AT_ONCE = 1000;
    private static final int LANGUAGES = 3;
    private static final long LEAST_BYTES = 10_000_000;

    @TempDir Path folder;

    @Test
    void learnsWhatTheReferenceLearnsFromTheEmbeddedText() throws Exception {
        var texts = List.of(EmbeddedDemo.unpack(folder.resolve("embedded")).training());
        compare("embedded German", texts, new BpeSpec(8192, 2, List.of(BpeSpec.END_OF_TEXT)));
        compare("to the last pair", texts, new BpeSpec(60_000, 0, List.of(BpeSpec.END_OF_TEXT)));
        // tokens that merging comes upon as well
        var colliding = List.of("<s>", "die", "er", "Ġder", "en");
        compare("colliding special tokens", texts, new BpeSpec(5000, 2, colliding));
    }

    /// Everything that Unicode has, in words that stand often enough to be merged.
    @Test
    void learnsWhatTheReferenceLearnsFromAnyCharacters() throws Exception {
        var random = new SplittableRandom(3);
        var words = new ArrayList<String>();
        for (int word = 0; word < 3000; word++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(1, 9); length > 0; length--) {
                int character =
                        random.nextInt(random.nextInt(3) == 0 ? Character.MAX_CODE_POINT : 0x3000);
                text.appendCodePoint(character >= 0xD800 && character < 0xE000 ? 'x' : character);
            }
            words.add(text.toString());
        }
        var text = new StringBuilder();
        for (int word = 0; word < 100_000; word++) {
            text.append(words.get(random.nextInt(1 + random.nextInt(words.size()))));
            text.append(random.nextInt(8) == 0 ? "\n" : " ");
        }
        Path file = Files.writeString(folder.resolve("any.txt"), text);
        compare("any characters", List.of(file), BpeSpec.gpt2(6000));
    }

    @Test
    void learnsWhatTheReferenceLearnsFromEachLanguage() throws Exception {
        String named =
                System.getProperty(
                        "clp.peers.texts", System.getenv().getOrDefault("CLP_PEERS_TEXTS", ""));
        assertThat(named).as("CLP_PEERS_TEXTS, a folder of folders of texts").isNotEmpty();
        List<Path> languages = inside(Path.of(named), Files::isDirectory);
        assertThat(languages).as("languages").hasSizeGreaterThanOrEqualTo(LANGUAGES);
        for (Path language : languages) {
            List<Path> texts = inside(language, file -> file.toString().endsWith(".txt"));
            long bytes = 0;
            for (Path text : texts) {
                bytes += Files.size(text);
            }
            System.out.printf(
                    Locale.ROOT,
                    "peers: %s has %,d bytes in %d files%n",
                    language.getFileName(),
                    bytes,
                    texts.size());
            assertThat(bytes).as("bytes of %s", language).isGreaterThanOrEqualTo(LEAST_BYTES);
            compare(language.getFileName().toString(), texts, BpeSpec.gpt2(32_000));
        }
    }

    private static List<Path> inside(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(wanted).sorted().toList();
        }
    }

    private void compare(String name, List<Path> texts, BpeSpec spec) throws Exception {
        long began = System.nanoTime();
        BpeModel model = BpeTrainer.train(texts, spec, Progress.unwatched());
        double seconds = (System.nanoTime() - began) / 1e9;
        Path ours = folder.resolve("ours");
        BpeFiles.write(ours, model);
        Path reference = folder.resolve("reference.json");
        var arguments = new ArrayList<String>();
        arguments.add(reference.toString());
        arguments.add(ours.resolve("tokenizer.json").toString());
        arguments.add("" + spec.vocabularySize());
        arguments.add("" + spec.minFrequency());
        arguments.add(String.join(",", spec.specialTokens()));
        texts.forEach(text -> arguments.add(text.toString()));
        var json = new JsonMapper();
        JsonNode answer =
                json.readTree(
                        PeerPython.required().run(SCRIPTS.resolve("train_bpe.py"), arguments));

        JsonNode expected = json.readTree(reference.toFile());
        JsonNode written = json.readTree(ours.resolve("tokenizer.json").toFile());
        assertThat(written.at("/model/merges")).isEqualTo(expected.at("/model/merges"));
        assertThat(written).as("the whole of tokenizer.json").isEqualTo(expected);
        try (var tokenizer = ModelTokenizer.open(ours)) {
            var hashed = MessageDigest.getInstance("SHA-256");
            long ids = 0;
            long bytes = 0;
            for (Path text : texts) {
                bytes += Files.size(text);
                ids += encode(tokenizer, text, hashed);
            }
            assertThat(HexFormat.of().formatHex(hashed.digest()))
                    .isEqualTo(answer.path("own").asText())
                    .isEqualTo(answer.path("other").asText());
            System.out.printf(
                    Locale.ROOT,
                    "peers: %s, %.1f MB: the same %,d merges, %,d tokens and %,d ids of all of it;"
                            + " %.1f s here, %.1f s there%n",
                    name,
                    bytes / 1e6,
                    model.merges().size(),
                    model.tokens().size(),
                    ids,
                    seconds,
                    answer.path("seconds").asDouble());
        }
    }

    /// A text's lines, their ids one after the other.
    ///
    /// @return how many ids there are
    private static long encode(ModelTokenizer tokenizer, Path text, MessageDigest hashed)
            throws IOException {
        List<String> lines = List.of(Files.readString(text).split("\n", -1));
        long ids = 0;
        for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            int to = Math.min(lines.size(), from + LINES_AT_ONCE);
            for (int[] line : tokenizer.encodeAll(lines.subList(from, to), Progress.unwatched())) {
                ids += line.length;
                var bytes = ByteBuffer.allocate(line.length * Integer.BYTES);
                bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(line);
                hashed.update(bytes);
            }
        }
        return ids;
    }

    @Test
    void takesEveryCharacterAsTheReferenceDoes() throws Exception {
        String kinds =
                PeerPython.required()
                        .run(SCRIPTS.resolve("character_classes.py"), List.of())
                        .strip();
        assertThat(kinds).hasSize(Character.MAX_CODE_POINT + 1);
        for (int character = 0; character < kinds.length(); character++) {
            char expected = kinds.charAt(character);
            if (expected != 'X' && "OLNS".charAt(CharacterClass.of(character)) != expected) {
                assertThat(character).as("taken as %s by the reference", expected).isNegative();
            }
        }
    }
}
