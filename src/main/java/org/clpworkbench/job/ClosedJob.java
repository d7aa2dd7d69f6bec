package org.clpworkbench.job;

/// A job that says what the end of the program does to it.
record ClosedJob<T>(Job<T> job, AtClosing atClosing) implements Job<T> {
    @Override
    public T run(Progress progress) throws Exception {
        return job.run(progress);
    }

    @Override
    public void neverRun() throws Exception {
        job.neverRun();
    }
}
