package org.clpworkbench.ui.chart;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Gives every run its number, which says its colour and its marker, for the run's whole life: the
/// settings keep it.
public final class RunColours {
    private static final int COLOURS = 6;

    /// After so many, colour and marker both begin again.
    private static final int NUMBERS = 12;

    private final SettingsFile settings;

    public RunColours(SettingsFile settings) {
        this.settings = settings;
    }

    /// The numbers of runs, from 0; a run that has none yet gets the first that is free.
    ///
    /// @param shown ids of the runs that are seen together
    public Map<String, Integer> of(List<String> shown) {
        settings.change(now -> now.withRunColours(completed(now.runColours(), shown)));
        return settings.current().runColours();
    }

    /// What these runs are called that are seen together, with their numbers.
    public ChartNames names(List<RunFolder> shown) {
        return new ChartNames(shown, this);
    }

    private static Map<String, Integer> completed(Map<String, Integer> known, List<String> shown) {
        var given = new HashMap<>(known);
        for (String id : shown) {
            if (!given.containsKey(id)) {
                given.put(id, free(given, shown));
            }
        }
        return given;
    }

    /// The number that the fewest of the runs beside it have, of those one whose colour the fewest
    /// of them have, of those one that the fewest of all runs have; the first of them.
    private static int free(Map<String, Integer> given, List<String> shown) {
        List<Integer> beside = shown.stream().filter(given::containsKey).map(given::get).toList();
        List<Integer> colours = beside.stream().map(number -> number % COLOURS).toList();
        return IntStream.range(0, NUMBERS)
                .boxed()
                .min(
                        Comparator.comparingInt(
                                        (Integer number) -> Collections.frequency(beside, number))
                                .thenComparingInt(
                                        number -> Collections.frequency(colours, number % COLOURS))
                                .thenComparingInt(
                                        number -> Collections.frequency(given.values(), number)))
                .orElse(0);
    }

    /// Forgets the runs that are gone, which may be asked of their folders.
    public void forget(Predicate<String> gone) {
        Set<String> ids =
                settings.current().runColours().keySet().stream()
                        .filter(gone)
                        .collect(Collectors.toSet());
        settings.change(
                now -> {
                    var left = new HashMap<>(now.runColours());
                    left.keySet().removeAll(ids);
                    return now.withRunColours(left);
                });
    }
}
