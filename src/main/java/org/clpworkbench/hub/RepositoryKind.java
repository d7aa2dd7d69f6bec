package org.clpworkbench.hub;

/// What a repository of the Hub holds. The kinds have addresses and folders of their own, so that a
/// model and a data set may have the same name.
public enum RepositoryKind {
    MODEL("models", "", "model", "ask for it without --dataset, or on the Models screen"),
    DATA_SET(
            "datasets",
            "datasets/",
            "data set",
            "ask for it with --dataset, or on the Data screen");

    private final String plural;
    private final String path;
    private final String noun;
    private final String advice;

    RepositoryKind(String plural, String path, String noun, String advice) {
        this.plural = plural;
        this.path = path;
        this.noun = noun;
        this.advice = advice;
    }

    /// In the API's addresses and the names of cache folders.
    String plural() {
        return plural;
    }

    /// What stands before a name in the addresses of pages and files; models have nothing there.
    String path() {
        return path;
    }

    /// In a sentence.
    public String noun() {
        return noun;
    }

    /// To whom has asked for another kind.
    String advice() {
        return advice;
    }
}
