package org.clpworkbench.data.text;

/// What one document of running text is, the largest first.
public enum TextUnit {
    /// A whole file. One of more than 4 MiB is read in pieces of about 64 KiB that end with a
    /// paragraph, else a line, else a word, so that it is never in memory whole; it is one document
    /// all the same, and comes to one side of a split. Whether a piece is in another script or a
    /// repetition is told of each by itself.
    FILE,
    /// A piece of about 4 KiB that ends with a paragraph, else a line, else a word: the running
    /// text as it is, cut for a split of a text that has few documents. Where pages are chosen, the
    /// page is the document by definition: it is whole pages that come to one side or the other,
    /// and a longer text may stand on both.
    PAGE,
    /// What stands between blank lines.
    PARAGRAPH,
    /// A line that is not blank: for texts of which somebody says that every line is a document,
    /// such as a sentence of a corpus. It is never chosen by itself.
    LINE
}
