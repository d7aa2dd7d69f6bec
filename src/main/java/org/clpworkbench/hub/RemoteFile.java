package org.clpworkbench.hub;

/// A file as the Hub keeps it.
///
/// @param size in bytes
record RemoteFile(String path, BlobHash hash, long size) {}
