package org.clpworkbench.ui.shell;

import javafx.stage.Window;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.JobWords;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Tells in a corner of the window that work has ended which somebody may have turned away from.
final class EndNotices {
    private static final Duration LONG = Duration.ofSeconds(15);

    private final Jobs jobs;
    private final Notices notices;
    private final Runnable openJobs;
    private final Set<RunningJob<?>> waitedFor = new HashSet<>();

    /// @param openJobs brings the list of jobs into view
    EndNotices(Jobs jobs, Notices notices, Runnable openJobs) {
        this.jobs = jobs;
        this.notices = notices;
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

    void tell(Window owner, JobSnapshot ended) {
        String words = JobWords.doing(ended);
        Notice notice =
                ended.state() == JobState.FAILED
                        ? Notice.trouble(
                                ended.title(), words + "\n" + firstLine(JobWords.failure(ended)))
                        : Notice.news(ended.title(), words);
        var details = ended.failure().map(why -> Failure.of(ended.title(), why).details());
        notices.tell(owner, notice.leadingTo(openJobs).with(details));
    }

    private static String firstLine(String failure) {
        return failure.lines().findFirst().orElse("");
    }
}
