package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Names that come from servers or people, patterns, and the rate.
class HubNamesTest {
    /// The examples of `huggingface_hub`'s `validate_repo_id`.
    @ParameterizedTest
    @ValueSource(strings = {"foo", "foo/bar", "123", "Foo-BAR_foo.bar123"})
    void namesOfModels(String name) {
        assertThat(new RepositoryId(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasets/foo/bar",
                ".repo_id",
                "foo--bar",
                "foo.git",
                "other..repo..id",
                "../x",
                ""
            })
    void whatIsNoName(String name) {
        assertThatThrownBy(() -> new RepositoryId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("looks like");
    }

    @Test
    void foldersAreNamedAsPythonNamesThem() {
        assertThat(new RepositoryId("julien-c/EsperBERTo-small").folder())
                .isEqualTo("models--julien-c--EsperBERTo-small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "a/../b", "/etc/passwd", "a//b", "a\\b", "C:x", "./a", "a/"})
    void noFileLeadsOutOfItsFolder(String path) {
        assertThatThrownBy(() -> new HubFile(path, 1, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a b", "-x", "a/../b", "/x"})
    void noRevisionLeadsOutOfItsFolder(String name) {
        assertThatThrownBy(() -> new Revision(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HubFile file(String path) {
        return new HubFile(path, 1, Optional.empty());
    }

    private static List<String> chosen(FileChoice choice, String... paths) {
        return chosen(RepositoryKind.MODEL, choice, paths);
    }

    private static List<String> chosen(RepositoryKind kind, FileChoice choice, String... paths) {
        var repository =
                new HubRepository(
                        new RepositoryId(kind, "somebody/one"),
                        Optional.empty(),
                        false,
                        false,
                        "",
                        "",
                        "",
                        List.of(),
                        Map.of(),
                        OptionalLong.empty(),
                        0,
                        0,
                        "",
                        Stream.of(paths).map(HubNamesTest::file).toList());
        return choice.of(repository).stream().map(HubFile::path).toList();
    }

    @Test
    void ofADataSetWhatTheProgramReadsIsFetched() {
        assertThat(
                        chosen(
                                RepositoryKind.DATA_SET,
                                FileChoice.NEEDED,
                                ".gitattributes",
                                "README.md",
                                "LICENSE.txt",
                                "load.py",
                                "config.json",
                                "de/train-00000-of-00002.parquet",
                                "de/validation.jsonl.zst",
                                "raw/LICENSE.txt",
                                "images/one.png"))
                .containsExactly(
                        "README.md",
                        "de/train-00000-of-00002.parquet",
                        "de/validation.jsonl.zst",
                        "raw/LICENSE.txt");
    }

    /// As Python's `fnmatch.fnmatchcase` answers.
    @ParameterizedTest
    @CsvSource({
        "*.json, a/b.json, true",
        "data/*.json, data/sub/file.json, true",
        "?.txt, ab.txt, false",
        "[ab].txt, b.txt, true",
        "[!ab].txt, b.txt, false",
        "[a-c].txt, b.txt, true",
        "[.txt, [.txt, true",
        "*.JSON, a.json, false",
        "onnx/, onnx/model.onnx, true",
        "a.c, abc, false"
    })
    void patternsAreFnmatchs(String pattern, String path, boolean matches) {
        var choice = new FileChoice(List.of(pattern), List.of());
        assertThat(chosen(choice, path)).hasSize(matches ? 1 : 0);
    }

    @Test
    void weightsAreFetchedOnceAndAsSafetensorsWhereThereAreAny() {
        assertThat(
                        chosen(
                                FileChoice.NEEDED,
                                "config.json",
                                "model.safetensors",
                                "pytorch_model.bin",
                                "tf_model.h5",
                                "onnx/config.json",
                                "vocab.json",
                                "model-00001-of-00002.safetensors"))
                .containsExactly("config.json", "vocab.json", "model.safetensors");
        assertThat(
                        chosen(
                                FileChoice.NEEDED,
                                "pytorch_model-00001-of-00002.bin",
                                "pytorch_model-00002-of-00002.bin",
                                "pytorch_model.bin.index.json",
                                "training_args.bin"))
                .containsExactly(
                        "pytorch_model.bin.index.json",
                        "pytorch_model-00001-of-00002.bin",
                        "pytorch_model-00002-of-00002.bin");
        assertThat(
                        chosen(
                                new FileChoice(List.of(), List.of("*.safetensors")),
                                "config.json",
                                "model.safetensors"))
                .containsExactly("config.json");
    }

    /// A thousand bytes a second for two seconds, then nothing.
    @Test
    void theRateIsThatOfTheLastTenSeconds() {
        var rate = new TransferRate();
        long second = Duration.ofSeconds(1).toNanos();
        rate.begin(100 * second);
        rate.add(1000, 101 * second);
        rate.add(1000, 102 * second);
        assertThat(rate.perSecond(102 * second)).isEqualTo(1000); // 2000 bytes in 2 s
        assertThat(rate.perSecond(110 * second)).isEqualTo(200); // 2000 bytes in 10 s
        assertThat(rate.perSecond(112 * second)).isEqualTo(100); // the first second is forgotten
        assertThat(rate.perSecond(113 * second)).isZero();
        rate.begin(200 * second);
        assertThat(rate.perSecond(201 * second)).isZero();
    }
}
