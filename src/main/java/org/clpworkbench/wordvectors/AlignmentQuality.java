package org.clpworkbench.wordvectors;

/// How well two languages were brought into one space. The precisions are measured on source words
/// that had no part in the rotation that was measured: whether a target word nearest to theirs, out
/// of all, is one of their translations.
///
/// @param entries pairs in the dictionary
/// @param known pairs whose words both have vectors
/// @param heldOut source words measured
public record AlignmentQuality(
        int entries, int known, int heldOut, double precisionAt1, double precisionAt5) {}
