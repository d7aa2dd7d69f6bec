package org.clpworkbench.data.text;

/// What one document of running text is, the largest first.
public enum TextUnit {
    /// A whole file. One of more than 4 MiB is a collection rather than a document: it comes in
    /// pieces of about 64 KiB that end with a paragraph, else a line, else a word, so that it can
    /// be split into training and validation text and is never in memory whole.
    FILE,
    /// A piece of about 4 KiB that ends with a paragraph, else a line, else a word: the running
    /// text as it is, cut for a split of a text that has few documents.
    PAGE,
    /// What stands between blank lines.
    PARAGRAPH,
    /// A line that is not blank.
    LINE
}
