package org.clpworkbench.ui.training;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.TypeSize;

import java.util.List;

/// How the height of a race is shared: the cards of two runs are seen, the samples below the chart
/// have their lines or, in a low window, their title alone, and the chart has what is left. It asks
/// for the window's height and the number of runs, never for what the runs say: nothing moves while
/// they train. Lengths are in sizes of the text.
final class RaceRoom {
    /// Of a run's card, with what its model said and the gap below.
    private static final double CARD = 7.25;

    /// Without what its model said.
    private static final double SHORT_CARD = 5.7;

    /// Of the samples below the chart.
    private static final double SAMPLES = 17.5;

    private static final double TITLE = 2.4;

    /// The texts of a titled pane to usual texts, as the theme has them.
    private static final double TITLED = 1.1;

    /// Around the chart, as the stylesheet has them.
    private static final double GAPS = 1.4;

    private final VBox race;
    private final ChartAndSamples picture;
    private final ScrollPane cards;
    private final TrainingViewModel viewModel;

    RaceRoom(VBox race, ChartAndSamples picture, ScrollPane cards, TrainingViewModel viewModel) {
        this.race = race;
        this.picture = picture;
        this.cards = cards;
        this.viewModel = viewModel;
    }

    /// Shares it whenever there is another height or number of runs.
    void keep() {
        race.setMinHeight(0); // what it has must not depend on what it would like
        List<ObservableValue<?>> reasons =
                List.of(
                        race.heightProperty(),
                        race.widthProperty(),
                        picture.samples().fontProperty(),
                        viewModel.chart().details());
        reasons.forEach(reason -> reason.addListener((_, _, _) -> judge()));
        viewModel.rows().addListener((ListChangeListener<RunRow>) _ -> judge());
        viewModel.samplesOpen().open().addListener((_, _, _) -> share());
    }

    private void judge() {
        if (race.getHeight() > 0) {
            viewModel.samplesOpen().low().set(!beside() && lacks(SAMPLES + two() * SHORT_CARD));
            share();
        }
    }

    private void share() {
        boolean open = viewModel.samplesOpen().open().get();
        boolean whole = !beside() && !lacks(SAMPLES + SHORT_CARD);
        picture.samples().setMinHeight(whole ? Region.USE_PREF_SIZE : TITLE * size());
        double below = open ? (beside() ? 0 : SAMPLES) : TITLE;
        double card = open ? SHORT_CARD : CARD;
        // larger cards, or samples opened all the same, are not to push the chart out
        boolean cramped = size() > TypeSize.USUAL + 0.5 || lacks(below + two() * card);
        cards.setMinHeight(Math.min(cramped ? 1 : 2, most()) * card * size());
        cards.setPrefHeight(most() * card * size());
    }

    /// How many cards are seen at most. The small charts below the losses need the room of two.
    private int most() {
        return Math.min(viewModel.chart().details().get() ? 1 : 3, viewModel.rows().size());
    }

    private int two() {
        return Math.min(2, most());
    }

    private boolean beside() {
        return picture.fitBeside(race.getWidth());
    }

    private double size() {
        return picture.samples().getFont().getSize() / TITLED;
    }

    /// Whether the height is too little for the least of the chart with so much below it.
    private boolean lacks(double below) {
        return picture.chart().minHeight(-1) + (below + GAPS) * size() > race.getHeight();
    }
}
