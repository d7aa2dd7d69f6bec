package org.clpworkbench.ui.chart;

import org.clpworkbench.transfer.Methods;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives every run its colour, once: a method always has the same one unless two of its runs are
/// seen together.
public final class RunColours {
    private static final int COLOURS = 6;

    private final Map<String, Integer> given = new HashMap<>();

    /// @param shown ids of the runs that are seen together
    public int of(String id, String method, List<String> shown) {
        Integer known = given.get(id);
        if (known != null) {
            return known;
        }
        List<Integer> taken = shown.stream().filter(given::containsKey).map(given::get).toList();
        int colour = preferred(method);
        for (int tried = 0; tried < COLOURS && taken.contains(colour); tried++) {
            colour = (colour + 1) % COLOURS;
        }
        given.put(id, colour);
        return colour;
    }

    private static int preferred(String method) {
        List<String> names = Methods.all().stream().map(Methods.Entry::name).toList();
        return Math.max(0, names.indexOf(method)) % COLOURS;
    }
}
