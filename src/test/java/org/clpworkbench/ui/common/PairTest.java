package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class PairTest {
    private static ModelSummary model(String name) {
        return new ModelSummary(
                name, Path.of(name), "gpt2", 1000, 2, 8, 2, 100, 64, true, "F32", 4000);
    }

    @Test
    void forgetsWhatWasDoneWhenTheHelperChanges() {
        var pair = new Pair();
        pair.source().set(model("english"));
        pair.helper().set(model("german"));
        pair.done().add(ScreenName.OVERLAP);
        pair.anchors().set(new AnchorCount(10, 100));
        pair.token().set(7);

        pair.helper().set(model("spanish"));

        assertThat(pair.done()).isEmpty();
        assertThat(pair.anchors().get()).isNull();
        assertThat(pair.token().get()).isNull();
    }

    @Test
    void takesUpAnothersModelsWithWhatWasDoneOfThem() {
        var pair = new Pair();
        pair.source().set(model("english"));
        pair.helper().set(model("german"));
        pair.done().add(ScreenName.OVERLAP);
        pair.anchors().set(new AnchorCount(10, 100));
        pair.token().set(7);
        Pair kept = pair.copy();
        pair.helper().set(model("spanish"));
        pair.done().add(ScreenName.TRANSFER);

        pair.takeUp(kept);

        assertThat(pair.helper().get()).isEqualTo(model("german"));
        assertThat(pair.done()).containsExactly(ScreenName.OVERLAP);
        assertThat(pair.anchors().get()).isEqualTo(new AnchorCount(10, 100));
        assertThat(pair.token().get()).isEqualTo(7);
    }

    @Test
    void takesUpAnothersTexts() {
        var pair = new Pair();
        var own = DataSet.of(Path.of("own.txt"), Path.of("kept.txt"));
        pair.data().set(own);
        pair.text().set(Path.of("own.txt"));
        pair.validation().set(Path.of("kept.txt"));
        Pair kept = pair.copy();
        pair.data().set(DataSet.of(Path.of("other.txt"), Path.of("rest.txt")));
        pair.text().set(Path.of("other.txt"));
        pair.validation().set(null);

        pair.takeUpTexts(kept);

        assertThat(pair.data().get()).isEqualTo(own);
        assertThat(pair.text().get()).isEqualTo(Path.of("own.txt"));
        assertThat(pair.validation().get()).isEqualTo(Path.of("kept.txt"));
    }

    @Test
    void knowsItsModelsByTheirFoldersHoweverTheseAreWritten() {
        var pair = new Pair();
        Path german = Path.of("german");
        assertThat(pair.isOf(Path.of("english"), german)).isFalse();
        pair.source().set(model("english"));
        pair.helper().set(model("german"));
        assertThat(pair.isOf(Path.of("english"), german)).isTrue();
        assertThat(pair.isOf(Path.of("models/../english").toAbsolutePath(), german)).isTrue();
        assertThat(pair.isOf(german, Path.of("english"))).isFalse();
    }

    @Test
    void countsAnchorsAnewWhenTheMatchingChanges() {
        var pair = new Pair();
        pair.anchors().set(new AnchorCount(10, 100));
        pair.matching().set(Matching.FUZZY);
        assertThat(pair.anchors().get()).isNull();
    }
}
