package org.clpworkbench.ui.helper;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.TextSample;
import org.clpworkbench.helper.TextMeasure;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The pair's texts: which they are, how much there is of them, what a token of them is. The form
/// is told what suits them.
final class TextsLook {
    private final Texts texts = Texts.of(HelperViewModel.class);
    private final Pair pair;
    private final HelperForm form;
    private final LatestJob sampling;
    private final LatestJob measuring;
    private final ReadOnlyObjectWrapper<@Nullable TextSample> sample =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TextMeasure> measure =
            new ReadOnlyObjectWrapper<>();
    private final ProblemText problem = new ProblemText();
    private Optional<BpeSpec> measured = Optional.empty();
    private boolean open;

    TextsLook(ScreenContext context, HelperForm form) {
        this.pair = context.pair();
        this.form = form;
        sampling = new LatestJob(context.jobs());
        measuring = new LatestJob(context.jobs());
        pair.data().subscribe(this::changed);
    }

    /// The screen is shown: from now on texts are looked at.
    void open() {
        if (!open || sample.get() == null) {
            open = true;
            changed();
        }
    }

    private void changed() {
        DataSet now = pair.data().get();
        sampling.cancel();
        measuring.cancel();
        sample.set(null);
        measure.set(null);
        measured = Optional.empty();
        problem.set("");
        if (now != null) {
            form.suit(now);
            if (open) {
                look(now);
            }
        }
    }

    private void look(DataSet now) {
        sampling.await(
                texts.get("job.look", DataSetWords.name(now)),
                progress ->
                        TextSample.of(
                                now.inputs(),
                                now.choices(),
                                TextMeasure.SAMPLE_CHARACTERS,
                                progress),
                this::looked,
                problem::set);
    }

    private void looked(TextSample found) {
        form.suit(found);
        sample.set(found);
        measure();
    }

    /// Measures tokens with the tokenizer that is asked for, unless that has been done.
    void measure() {
        TextSample text = sample.get();
        Optional<BpeSpec> wanted = tokenizer();
        if (text != null && wanted.isPresent() && !wanted.equals(measured)) {
            measured = wanted;
            measuring.compute(
                    texts.get("job.measure"),
                    progress -> TextMeasure.of(text, wanted.get(), progress),
                    this::measured,
                    problem::set);
        }
    }

    private void measured(TextMeasure found) {
        form.suit(found);
        measure.set(found);
    }

    private Optional<BpeSpec> tokenizer() {
        try {
            return Optional.of(form.tokenizer());
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    /// Null when none are chosen.
    ReadOnlyProperty<@Nullable DataSet> chosen() {
        return pair.data();
    }

    /// Null before they are read.
    ReadOnlyObjectProperty<@Nullable TextSample> sample() {
        return sample.getReadOnlyProperty();
    }

    /// Null before they are measured.
    ReadOnlyObjectProperty<@Nullable TextMeasure> measured() {
        return measure.getReadOnlyProperty();
    }

    LatestJob sampling() {
        return sampling;
    }

    /// Why they cannot be read; empty when they can.
    ProblemText problem() {
        return problem;
    }
}
