package org.clpworkbench.ui.runs;

import org.clpworkbench.ui.runs.RunEntry.Readable;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is typed above the table: runs that have each of its words in their name, method, tags or
/// note.
record RunFilter(List<String> words) implements Predicate<RunEntry> {
    static RunFilter of(String typed) {
        return new RunFilter(
                List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    @Override
    public boolean test(RunEntry entry) {
        String said = said(entry).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(said::contains);
    }

    private static String said(RunEntry entry) {
        return switch (entry) {
            case Readable run ->
                    String.join(
                            "\n",
                            run.id(),
                            run.run().spec().name(),
                            RunsViewModel.method(run),
                            run.notes().tagLine(),
                            run.notes().note());
            case RunEntry.Repeated seeds ->
                    seeds.runs().stream().map(RunFilter::said).collect(Collectors.joining("\n"));
            case RunEntry.Unreadable broken -> broken.id();
        };
    }
}
