package org.clpworkbench.hub;

/// A model or a data set that somebody wants to have on this machine.
public record DownloadRequest(RepositoryId id, Revision revision, FileChoice files) {}
