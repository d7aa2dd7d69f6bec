package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class ComparisonLineTest {
    @Test
    void comesBackAsItWasWritten() throws JsonProcessingException {
        var measured = method(7.25);
        var unmeasured = method(null);
        var text = new TextEntropy(9.5, 6.25);
        assertThat(ComparisonLine.read(measured.json())).isEqualTo(measured);
        assertThat(ComparisonLine.read(unmeasured.json())).isEqualTo(unmeasured);
        assertThat(ComparisonLine.read(text.json())).isEqualTo(text);
        assertThat(measured.json()).doesNotContain("\n");
    }

    @Test
    void refusesALineThatIsNeither() {
        assertThatThrownBy(() -> ComparisonLine.read("{\"tokens\": 3}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void leavesALossEmptyInTheTableThatCouldNotBeMeasured() {
        String csv = ComparisonTable.csv(List.of(method(7.25), method(null)));
        assertThat(csv).endsWith("\r\n");
        assertThat(csv.lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("method,matching,space,weighting,loss"),
                        first ->
                                assertThat(first).startsWith("clp,exact,helper,proportional,7.25,"),
                        other -> assertThat(other).startsWith("clp,exact,helper,proportional,,"));
    }

    private static ComparedMethod method(@Nullable Double loss) {
        return new ComparedMethod(
                "clp",
                "exact",
                "helper",
                "proportional",
                loss,
                loss,
                0.5,
                0.25,
                0.125,
                40,
                3,
                1.5,
                31,
                0,
                0.75);
    }
}
