package org.clpworkbench.ui.shell;

import org.clpworkbench.job.AtClosing;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.JobWords;
import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.stream.Collectors;

/// Asks before the window closes whether work that would end with it is to end. What goes on
/// without the window, as runs do, is no reason to ask.
public final class ClosingQuestion {
    private static final int MOST_NAMED = 3;

    private final Texts texts = Texts.of(ShellViewModel.class);
    private final Jobs jobs;
    private final Dialogs dialogs;

    public ClosingQuestion(Jobs jobs, Dialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    /// Whether the window may close now; asks only where something would be lost.
    public boolean mayClose() {
        List<String> ending =
                jobs.list().stream().map(this::fate).filter(words -> !words.isEmpty()).toList();
        return ending.isEmpty()
                || dialogs.agrees(
                        texts.get("closing.question"),
                        inLines(ending),
                        texts.get("closing.yes"),
                        texts.get("closing.no"));
    }

    /// What becomes of a job; empty where nobody would miss it.
    private String fate(RunningJob<?> job) {
        AtClosing fate = job.atClosing();
        String now = JobWords.doing(job.snapshot());
        return switch (fate) {
            case UNHARMED -> "";
            case LOST -> texts.get("closing.lost", job.title(), now);
            case HALTED -> texts.get("closing.halted", job.title(), now);
        };
    }

    private String inLines(List<String> ending) {
        String named = ending.stream().limit(MOST_NAMED).collect(Collectors.joining("\n"));
        int others = ending.size() - MOST_NAMED;
        return others <= 0 ? named : named + "\n" + texts.get("closing.more", others);
    }
}
