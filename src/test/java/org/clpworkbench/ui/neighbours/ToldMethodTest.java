package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.ui.common.Pair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToldMethodTest {
    private final Jobs jobs = new Jobs();
    private final Explanation first = new Explanation(jobs, "procrustes");
    private final Explanation second = new Explanation(jobs, "clp");
    private final Pair pair = new Pair();

    @AfterEach
    void close() {
        jobs.close();
    }

    private void assertMethods(String wantedFirst, String wantedSecond) {
        assertThat(first.method().get()).isEqualTo(wantedFirst);
        assertThat(second.method().get()).isEqualTo(wantedSecond);
    }

    @Test
    void showsWhatIsToldFirstBesideWhatWasFirst() {
        new ToldMethod(pair.explainedBy(), first, second);
        assertMethods("procrustes", "clp");
        pair.explainedBy().set("clp");
        assertMethods("clp", "procrustes");
        pair.explainedBy().set(null);
        assertMethods("procrustes", "clp");
    }

    @Test
    void givesBackWhatAPersonHadChosen() {
        new ToldMethod(pair.explainedBy(), first, second);
        first.method().set("linear");
        second.method().set("clp-plus");
        pair.explainedBy().set("clp");
        assertMethods("clp", "clp-plus");
        pair.explainedBy().set("omp");
        assertMethods("omp", "clp-plus");
        pair.explainedBy().set(null);
        assertMethods("linear", "clp-plus");
    }

    @Test
    void showsWhatIsToldAlreadyWhenTheScreenIsOpened() {
        pair.explainedBy().set("clp");
        new ToldMethod(pair.explainedBy(), first, second);
        assertMethods("clp", "procrustes");
    }
}
