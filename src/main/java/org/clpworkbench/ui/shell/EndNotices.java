package org.clpworkbench.ui.shell;

import javafx.stage.Window;
import javafx.util.Duration;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.JobWords;

import java.util.HashSet;
import java.util.Set;

/// Tells in a corner of the window that work has ended which somebody may have turned away from.
/// The list of jobs keeps what was told.
final class EndNotices {
    private static final java.time.Duration LONG = java.time.Duration.ofSeconds(15);
    private static final Duration SHOWN = Duration.seconds(8);

    private final Jobs jobs;
    private final Runnable openJobs;
    private final Set<RunningJob<?>> waitedFor = new HashSet<>();

    /// @param openJobs brings the list of jobs into view
    EndNotices(Jobs jobs, Runnable openJobs) {
        this.jobs = jobs;
        this.openJobs = openJobs;
    }

    /// Called a few times a second while the window is open.
    void pull(Window owner) {
        for (RunningJob<?> job : jobs.list()) {
            JobSnapshot now = job.snapshot();
            if (!now.state().ended()) {
                waitedFor.add(job);
            } else if (waitedFor.remove(job) && worthNoticing(now)) {
                tell(owner, now);
            }
        }
    }

    /// What took long; what somebody cancelled is no news.
    static boolean worthNoticing(JobSnapshot ended) {
        return ended.state() != JobState.CANCELLED && ended.elapsed().compareTo(LONG) >= 0;
    }

    private void tell(Window owner, JobSnapshot ended) {
        String words = JobWords.doing(ended);
        var notice =
                Notices.on(owner)
                        .title(ended.title())
                        .hideAfter(SHOWN)
                        .onAction(_ -> openJobs.run());
        if (ended.state() == JobState.FAILED) {
            String why = ended.failure().lines().findFirst().orElse("");
            notice.text(words + "\n" + why).showError();
        } else {
            notice.text(words).showInformation();
        }
    }
}
