package org.clpworkbench.ui.tour;

import org.clpworkbench.ui.common.ScreenName;

/// What the tour tells, one after the other, and where.
enum TourStep {
    MODELS(ScreenName.MODELS),
    ANCHORS(ScreenName.OVERLAP),
    NEIGHBOURS(ScreenName.NEIGHBOURS),
    SUM(ScreenName.NEIGHBOURS),
    TRANSFER(ScreenName.TRANSFER),
    TRAINING(ScreenName.TRAINING),
    GENERATE(ScreenName.GENERATE);

    private final ScreenName screen;

    TourStep(ScreenName screen) {
        this.screen = screen;
    }

    ScreenName screen() {
        return screen;
    }
}
