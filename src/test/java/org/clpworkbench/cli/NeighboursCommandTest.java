package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.TinyModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(TemporaryWorkspace.class)
class NeighboursCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        TinyModels.write(folder.resolve("m"), 6, List.of("<|end|>", "a", "b", "c", "d", "e"), 3);
    }

    private CommandRun neighbours(Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.addAll(List.of("neighbours", "--model", folder.resolve("m")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private double cosine(int a, int b) throws IOException {
        try (var checkpoint = Checkpoint.open(folder.resolve("m"))) {
            var embedding = checkpoint.tensor(checkpoint.inputEmbedding());
            float[] x = embedding.rows(a, 1);
            float[] y = embedding.rows(b, 1);
            return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
        }
    }

    private static double dot(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }

    @Test
    void listsTheNearestTokensWithTheirCosines() throws IOException {
        JsonNode answer = neighbours("--token", "b", "-k", "3", "--json").json();
        assertThat(answer.path("token").path("id").asInt()).isEqualTo(2);
        JsonNode found = answer.path("neighbours");
        assertThat(found).hasSize(3);
        double before = 1;
        for (JsonNode each : found) {
            double cosine = each.path("cosine").asDouble();
            assertThat(cosine).isCloseTo(cosine(2, each.path("id").asInt()), within(1e-5));
            assertThat(cosine).isLessThanOrEqualTo(before);
            before = cosine;
        }
    }

    @Test
    void findsATokenByItsNumberAndGivesNoMoreThanThereAre() throws IOException {
        JsonNode answer = neighbours("--token", "#5", "-k", "50", "--json").json();
        assertThat(answer.path("token").path("token").asText()).isEqualTo("e");
        assertThat(answer.path("neighbours")).hasSize(5);
    }

    @Test
    void explainsATextThatIsNoToken() {
        var run = neighbours("--token", "a b");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("has no token \"a b\"", "cuts the text into");
        assertThat(neighbours("--token", "#99").err()).contains("has no token 99");
    }

    @Test
    void refusesToListNone() {
        assertThat(neighbours("--token", "a", "-k", "0").status()).isEqualTo(2);
    }

    @Test
    void exportsTheNeighboursOfEveryToken() throws IOException {
        Path file = folder.resolve("all.csv");
        var run = neighbours("--all", file, "-k", "2", "--json");
        assertThat(run.status()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("id,token,rank,neighbour_id,neighbour,cosine");
        // six tokens with two neighbours each
        assertThat(lines).hasSize(1 + 6 * 2);
        assertThat(run.json().path("tokens").asInt()).isEqualTo(6);
        String[] first = lines.get(1).split(",");
        assertThat(first).startsWith("0", "\"<|end|>\"", "1");
        assertThat(Double.parseDouble(first[5]))
                .isCloseTo(cosine(0, Integer.parseInt(first[3])), within(1e-5));
    }
}
