package org.clpworkbench.settings;

/// How the overlap is looked at.
///
/// @param page beside its table: "GROUPS", "TEXT" or "SENTENCE", "" for the first
/// @param search part of the tokens that are listed
/// @param kind of the tokens that are listed, "" for all
public record OverlapChoices(String page, String search, String kind) {
    public static final OverlapChoices FIRST = new OverlapChoices("", "", "");
}
