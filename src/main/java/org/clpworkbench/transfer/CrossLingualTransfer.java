package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;

import java.io.IOException;

/// Runs a transfer from beginning to end.
public final class CrossLingualTransfer {
    public static final String REPORT_FILE = "transfer-report.json";
    public static final String MANIFEST_FILE = "transfer-manifest.json";

    private CrossLingualTransfer() {}

    /// What {@link #run} would do; reads headers and vocabularies only.
    public static TransferPlan plan(TransferSpec spec) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Writes the target folder, the report and the manifest into it; nothing under the final name
    /// before all is whole.
    public static TransferReport run(TransferSpec spec, Progress progress) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
