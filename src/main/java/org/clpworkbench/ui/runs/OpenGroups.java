package org.clpworkbench.ui.runs;

import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Repeated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which rows of several seeds are open to their single runs, which then stand below them whatever
/// the table is sorted by.
final class OpenGroups {
    private final Runnable changed;
    private final Set<String> open = new HashSet<>();
    private final Map<String, Repeated> groupOf = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /// @param changed called when another group is open
    OpenGroups(Runnable changed) {
        this.changed = changed;
    }

    /// The rows of a table, with those of the runs of open groups.
    List<RunEntry> rows(List<RunEntry> together) {
        groupOf.clear();
        places.clear();
        var rows = new ArrayList<RunEntry>();
        for (RunEntry entry : together) {
            places.put(entry.row(), places.size());
            rows.add(entry);
            if (entry instanceof Repeated group && isOpen(group)) {
                group.runs().forEach(run -> groupOf.put(run.row(), group));
                rows.addAll(group.runs());
            }
        }
        return List.copyOf(rows);
    }

    /// An order in which the runs of a group follow its own row.
    Comparator<RunEntry> order(Comparator<RunEntry> by) {
        return (one, other) -> {
            RunEntry head = head(one);
            RunEntry otherHead = head(other);
            if (!head.row().equals(otherHead.row())) {
                int order = by.compare(head, otherHead);
                return order != 0 ? order : Integer.compare(place(head), place(otherHead));
            }
            boolean first = head.row().equals(one.row());
            boolean second = head.row().equals(other.row());
            return first || second ? Boolean.compare(second, first) : by.compare(one, other);
        };
    }

    private RunEntry head(RunEntry entry) {
        Repeated group = groupOf.get(entry.row());
        return group == null ? entry : group;
    }

    private int place(RunEntry head) {
        return places.getOrDefault(head.row(), places.size());
    }

    boolean isOpen(Repeated group) {
        return open.contains(group.row());
    }

    /// Whether a row stands below that of its group.
    boolean isMember(RunEntry entry) {
        return groupOf.containsKey(entry.row());
    }

    void toggle(Repeated group) {
        if (!open.remove(group.row())) {
            open.add(group.row());
        }
        changed.run();
    }

    /// The group that an arrow key on a row opens or closes; empty where it does neither.
    Optional<Repeated> meant(RunEntry row, boolean opens) {
        return switch (row) {
            case Repeated group when isOpen(group) != opens -> Optional.of(group);
            case Readable run when !opens -> Optional.ofNullable(groupOf.get(run.row()));
            case Repeated _, Readable _, RunEntry.Unreadable _ -> Optional.empty();
        };
    }
}
