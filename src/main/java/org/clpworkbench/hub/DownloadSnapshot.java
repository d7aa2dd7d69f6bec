package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// One look at a download.
///
/// @param commit what the revision means; empty until the Hub has said so
/// @param filesDone of `files`, whole and verified
/// @param done bytes that are here, of `total`; a total of 0 means that it is not known yet
/// @param already bytes of those that were here before
/// @param rate bytes a second that came in the last ten seconds
/// @param remaining at that rate; empty while nothing comes
/// @param trouble what keeps it from going on for the moment, after which it is tried again; empty
///   while it goes on
/// @param cause why the state is FAILED, else empty
/// @param folder the snapshot, once it is whole
public record DownloadSnapshot(
        DownloadRequest request,
        DownloadState state,
        Optional<Revision> commit,
        int filesDone,
        int files,
        long done,
        long total,
        long already,
        double rate,
        Optional<Duration> remaining,
        Optional<Sentence> trouble,
        Optional<Exception> cause,
        Optional<Path> folder) {

    /// One English sentence for people when the state is FAILED, else empty.
    public String failure() {
        return cause.map(why -> String.valueOf(why.getMessage())).orElse("");
    }

    /// Whether all bytes are here and it is looked whether they are the right ones.
    public boolean verifying() {
        return state == DownloadState.FETCHING && total > 0 && done >= total;
    }

    /// The done share between 0 and 1, or -1 when it is not known.
    public double fraction() {
        if (state == DownloadState.DONE) {
            return 1;
        }
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0.0, 1.0);
    }
}
