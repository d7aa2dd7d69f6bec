package org.clpworkbench.ui.map;

import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.Objects;
import java.util.SplittableRandom;

/// A map of as many tokens as asked for, and a canvas that shows it as the map's screen does.
final class MadeMap {
    private MadeMap() {}

    /// Heaps of points, as vocabularies have them.
    static MapPicture picture(int points) {
        var random = new SplittableRandom(1);
        float[] x = new float[points];
        float[] y = new float[points];
        var tokens = new ArrayList<MapToken>(points);
        for (int point = 0; point < points; point++) {
            int heap = point % 200;
            x[point] = (float) (heap % 20 + 0.4 * random.nextGaussian());
            y[point] = (float) (heap / 20 + 0.4 * random.nextGaussian());
            String word = "·token" + point;
            tokens.add(new MapToken(point, word, TokenStanding.MISSING, "Latin", point));
        }
        var groupings = new Groupings(Texts.of(MapView.class));
        return MapPicture.of(tokens, x, y, groupings.byId(points));
    }

    static MapCanvas canvas(MapViewModel viewModel) {
        var canvas = new MapCanvas();
        new MapInput(canvas, viewModel, () -> false, _ -> {});
        canvas.setOnMouseMoved(mouse -> canvas.hover(mouse, point -> words(viewModel, point)));
        viewModel.picture().subscribe(picture -> canvas.show(picture));
        viewModel.chosen().subscribe(canvas::choose);
        return canvas;
    }

    private static String words(MapViewModel viewModel, int point) {
        MapPicture picture = Objects.requireNonNull(viewModel.picture().get());
        return viewModel.words().sentence(picture.token(point));
    }
}
