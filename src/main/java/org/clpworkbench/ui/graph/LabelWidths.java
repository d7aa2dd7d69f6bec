package org.clpworkbench.ui.graph;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How wide words are, measured once for each.
final class LabelWidths {
    private static final int MOST = 5000;

    private record Key(String words, Font font) {}

    private final Map<Key, Double> known = new HashMap<>();
    private final Text measure = new Text();

    double of(String words, Font font) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(words, font), this::measure);
    }

    /// Words in lines that are no wider than that, broken at spaces.
    List<String> lines(String words, Font font, double width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : words.strip().split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || of(longer, font) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private double measure(Key key) {
        measure.setText(key.words());
        measure.setFont(key.font());
        return measure.getLayoutBounds().getWidth();
    }
}
