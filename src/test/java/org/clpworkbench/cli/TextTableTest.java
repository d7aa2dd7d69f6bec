package org.clpworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsWordsToTheLeftAndNumbersToTheRight() {
        var table = new TextTable("token", "count").row("a", 1_200).row("longer", 7);
        assertThat(table.toString().lines())
                .containsExactly("token   count", "a       1,200", "longer      7");
    }
}
