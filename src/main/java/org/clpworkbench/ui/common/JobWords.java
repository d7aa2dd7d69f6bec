package org.clpworkbench.ui.common;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;

import java.time.Duration;

/// A job's snapshot in words.
public final class JobWords {
    private JobWords() {}

    /// Whether it is worth telling of: what came within a second leaves no trace unless it failed.
    public static boolean worthTelling(JobSnapshot job) {
        return switch (job.state()) {
            case WAITING, RUNNING, DONE, CANCELLED -> job.elapsed().toMillis() >= 1000;
            case FAILED -> true;
        };
    }

    /// "Waiting", "Done in 4 s", ….
    public static String state(JobSnapshot job) {
        String elapsed = Numbers.duration(job.elapsed());
        return switch (job.state()) {
            case WAITING -> texts().get("waiting");
            case RUNNING -> texts().get("running");
            case DONE -> texts().get("done", elapsed);
            case FAILED -> texts().get("failed", elapsed);
            case CANCELLED -> texts().get("cancelled", elapsed);
        };
    }

    /// What it does now and how far it is: "Copying tensors · 3 of 12 · 6 s left"; of one that does
    /// not run, its state.
    public static String doing(JobSnapshot job) {
        return doing(job, figures(job));
    }

    /// The same without how fast: "Copying tensors · 3 of 12 rows".
    public static String standing(JobSnapshot job) {
        return doing(job, howFar(job));
    }

    private static String doing(JobSnapshot job, String figures) {
        if (job.state() != JobState.RUNNING || job.stage().isEmpty()) {
            return state(job);
        }
        return figures.isEmpty() ? stage(job) : stage(job) + " · " + figures;
    }

    /// Why it failed, without what it was to do; empty while it has not.
    public static String failure(JobSnapshot job) {
        return job.failure().map(Failure::reason).orElse("");
    }

    /// What it does now: "Copying tensors".
    public static String stage(JobSnapshot job) {
        return StageWords.stage(job.stage());
    }

    /// "1,200 of 8,192 rows · 2,940 rows/s · 6 s left", as far as it is known.
    public static String figures(JobSnapshot job) {
        if (job.done() <= 0) {
            return "";
        }
        var words = new StringBuilder(howFar(job));
        if (job.rate() > 0) {
            words.append(" · ").append(rate(job));
        }
        job.remaining().map(JobWords::left).ifPresent(left -> words.append(" · ").append(left));
        return words.toString();
    }

    /// "2,940 tokens/s 6 min left" of work under way that measures that itself; else empty.
    public static String pace(JobSnapshot job) {
        return job.pace().map(pace -> rate(job) + "   " + left(pace.remaining())).orElse("");
    }

    /// "1,200 of 8,192 rows"; empty before anything is done.
    private static String howFar(JobSnapshot job) {
        if (job.done() <= 0) {
            return "";
        }
        String amounts =
                job.total() > 0
                        ? texts().get("of", amount(job, job.done()), amount(job, job.total()))
                        : amount(job, job.done());
        return job.unit().equals("bytes") ? amounts : amounts + " " + StageWords.unit(job.unit());
    }

    private static String left(Duration remaining) {
        return texts().get("left", Numbers.duration(remaining));
    }

    private static String rate(JobSnapshot job) {
        return job.rateUnit().equals("bytes")
                ? Numbers.bytes(Math.round(job.rate())) + "/s"
                : Numbers.significant(job.rate() >= 100 ? Math.round(job.rate()) : job.rate())
                        + " "
                        + StageWords.unit(job.rateUnit())
                        + "/s";
    }

    private static String amount(JobSnapshot job, long number) {
        return job.unit().equals("bytes") ? Numbers.bytes(number) : Numbers.whole(number);
    }

    private static Texts texts() {
        return Texts.of(JobWords.class);
    }
}
