package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HubPathTest {
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @TempDir Path home;
    private HubCache cache;
    private Path snapshot;

    @BeforeEach
    void fill() throws IOException {
        cache = HubCache.of(HubEnvironment.of(Map.of("HF_HOME", home.toString()), home));
        snapshot = kept("wikimedia/wikipedia", "main", HubServer.COMMIT);
        write("de/train-0.parquet");
        write("de/train-1.parquet");
        write("README.md");
        write("one.jsonl");
    }

    private Path kept(String id, String revision, String commit) throws IOException {
        Path folder = home.resolve("hub/datasets--" + id.replace("/", "--"));
        Path reference = folder.resolve("refs").resolve(revision);
        Files.createDirectories(reference.getParent());
        Files.writeString(reference, commit);
        return Files.createDirectories(folder.resolve("snapshots").resolve(commit));
    }

    private void write(String path) throws IOException {
        Path file = snapshot.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private String local(String text) throws IOException {
        return HubPath.local(text, cache);
    }

    @ParameterizedTest
    @CsvSource({
        "hf://datasets/wikimedia/wikipedia/one.jsonl, one.jsonl",
        "hf://datasets/wikimedia/wikipedia@main/one.jsonl, one.jsonl",
        "hf://datasets/wikimedia/wikipedia/de, de/train-0.parquet|de/train-1.parquet",
        "hf://datasets/wikimedia/wikipedia/de/, de/train-0.parquet|de/train-1.parquet",
        "hf://datasets/wikimedia/wikipedia/de/*1.parquet, de/train-1.parquet",
        "hf://datasets/wikimedia/wikipedia/**/*0.parquet, de/train-0.parquet",
        "hf://datasets/wikimedia/wikipedia, de/train-0.parquet|de/train-1.parquet|one.jsonl"
    })
    void filesFoldersAndPatternsLieInTheSnapshot(String name, String files) throws IOException {
        assertThat(TextFiles.find(List.of(local(name))))
                .extracting(TextFile::path)
                .containsExactlyElementsOf(
                        List.of(files.split("\\|")).stream().map(snapshot::resolve).toList());
        assertThat(local(name)).startsWith(snapshot.toString());
    }

    @Test
    void revisionsAreNamedAsPythonNamesThem() throws IOException {
        Path converted = kept("wikimedia/wikipedia", "refs/convert/parquet", OTHER);
        for (String name : List.of("refs/convert/parquet", "refs%2Fconvert%2Fparquet", OTHER)) {
            assertThat(local("hf://datasets/wikimedia/wikipedia@" + name))
                    .isEqualTo(converted.toString());
        }
        assertThatThrownBy(() -> local("hf://datasets/wikimedia/wikipedia@v2/one.jsonl"))
                .hasMessageContaining(
                        "`hub download --dataset wikimedia/wikipedia --revision v2 --include"
                                + " \"one.jsonl\"`");
    }

    @Test
    void aPathInTheCacheHasAShortName() throws IOException {
        assertThat(HubPath.shortName(local("hf://datasets/wikimedia/wikipedia")))
                .contains("wikimedia/wikipedia");
        assertThat(HubPath.shortName(local("hf://datasets/wikimedia/wikipedia/de/*.parquet")))
                .contains("wikimedia/wikipedia/de/*.parquet");
        assertThat(HubPath.shortName("/data/datasets/one.txt")).isEmpty();
    }

    @Test
    void aDataSetOfTheFirstDaysHasNoOwner() throws IOException {
        snapshot = kept("squad", "main", OTHER);
        write("plain/train.jsonl");
        Path file = snapshot.resolve("plain/train.jsonl");
        assertThat(local("hf://datasets/squad/plain/train.jsonl")).isEqualTo(file.toString());
        assertThat(local("hf://datasets/squad@main/plain/train.jsonl")).isEqualTo(file.toString());
        assertThat(local("hf://datasets/squad/*/*.jsonl")).isEqualTo(snapshot + "/*/*.jsonl");
    }

    /// The command fetches what the name means: its `*` goes across folders.
    @ParameterizedTest
    @CsvSource({
        "wikimedia/wikipedia/fr, wikimedia/wikipedia --include \"fr/*\"",
        "wikimedia/wikipedia/fr/**/*.parquet, wikimedia/wikipedia --include \"fr/**.parquet\"",
        "'wikimedia/wikipedia/{fr,it}/*.parquet', wikimedia/wikipedia --include \"*/*.parquet\"",
        "wikimedia/wikipedia/two.jsonl.gz, wikimedia/wikipedia --include \"two.jsonl.gz\"",
        "somebody/else, somebody/else",
        "squad, squad"
    })
    void whatIsNotHereSaysHowToFetchIt(String name, String command) {
        assertThatThrownBy(() -> local("hf://datasets/" + name))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "hf://datasets/%s is not on this machine; fetch it with `hub download --dataset %s`."
                                .formatted(name, command));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hf://gpt2/config.json",
                "hf://datasets/",
                "hf://datasets//x",
                "hf://datasets/a b/c",
                "hf://datasets/a/b@-x/c"
            })
    void aNameThatIsNoneShowsOne(String name) {
        assertThatThrownBy(() -> local(name))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names no texts on the Hub", "hf://datasets/wikimedia");
    }
}
