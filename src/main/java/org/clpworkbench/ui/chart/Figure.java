package org.clpworkbench.ui.chart;

import java.util.Locale;

/// What a page of the table tells of the runs; each is a line of the picture, or an edge of its
/// band.
enum Figure {
    VALIDATION,
    TRAINING,
    AVERAGE,
    LOWEST,
    HIGHEST,
    RATE,
    NORM,
    SPEED;

    Series of(Curve curve) {
        return switch (this) {
            case VALIDATION -> curve.validation();
            case TRAINING -> curve.raw();
            case AVERAGE -> curve.smooth();
            case LOWEST -> curve.lowest();
            case HIGHEST -> curve.highest();
            case RATE -> curve.learningRate();
            case NORM -> curve.gradientNorm();
            case SPEED -> curve.speed();
        };
    }

    /// For people.
    String words(double figure) {
        return switch (this) {
            case VALIDATION, TRAINING, AVERAGE, LOWEST, HIGHEST -> FigureWords.loss(figure);
            case RATE -> FigureWords.rate(figure);
            case NORM -> FigureWords.norm(figure);
            case SPEED -> FigureWords.speed(figure);
        };
    }

    /// For a spreadsheet: in every language with a point before the decimals, and nothing where
    /// there is no figure.
    String plain(double figure) {
        if (Double.isNaN(figure)) {
            return "";
        }
        String format =
                switch (this) {
                    case VALIDATION, TRAINING, AVERAGE, LOWEST, HIGHEST, NORM -> "%.6f";
                    case RATE -> "%.6g";
                    case SPEED -> "%.1f";
                };
        return String.format(Locale.ROOT, format, figure);
    }
}
