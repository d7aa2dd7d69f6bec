package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTokenTest {
    @Test
    void takesASpaceInFrontForTheBeginningOfAWord() {
        assertThat(new TypedToken(" haus").isIn("·Haus")).isTrue();
        assertThat(new TypedToken(" haus").isIn("Rathaus")).isFalse();
        assertThat(new TypedToken("haus").isIn("Rathaus")).isTrue();
        assertThat(new TypedToken(" ").isIn("·Haus")).isTrue();
        assertThat(new TypedToken(" ").isIn("Haus")).isFalse();
    }

    @Test
    void leavesSpacesBehindAside() {
        assertThat(new TypedToken("haus  ").isIn("·Haus")).isTrue();
        assertThat(new TypedToken("").isIn("")).isTrue();
    }
}
