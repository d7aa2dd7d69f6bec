package org.clpworkbench.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardTextTest {
    @Test
    void takesTheMarksOffAndLeavesTheWords() {
        String card =
                """
                # German GPT-2 #
                <!-- a note for authors -->
                <p align="center"><img src="https://a.example/b.png"></p>
                ![badge](https://a.example/badge.svg)
                A **strong** claim, see [the paper](https://arxiv.org/abs/2301.09626) and [below](#use).

                | a | b |
                |---|:-:|
                | 1 | 2 |


                ```python
                x = a < b and c > d
                ```
                """;
        assertThat(CardText.plain(card))
                .isEqualTo(
                        """
                        German GPT-2
                        ────────

                        A strong claim, see the paper (https://arxiv.org/abs/2301.09626) and below.

                        | a | b |
                        | 1 | 2 |

                        x = a < b and c > d\
                        """);
    }

    @Test
    void endsWhereReadingItAllWouldTakeTheWindowTooLong() {
        String card = "word ".repeat(100_000);
        assertThat(CardText.plain(card)).hasSizeLessThan(CardText.MOST + 10).endsWith("…");
    }
}
