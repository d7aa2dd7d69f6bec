package org.clpworkbench.hub;

/// What a repository of the Hub holds. The kinds have addresses and folders of their own, so that a
/// model and a data set may have the same name.
public enum RepositoryKind {
    MODEL("models", "", "model"),
    DATA_SET("datasets", "datasets/", "data set");

    private final String plural;
    private final String path;
    private final String noun;

    RepositoryKind(String plural, String path, String noun) {
        this.plural = plural;
        this.path = path;
        this.noun = noun;
    }

    /// In the API's addresses and the names of cache folders.
    String plural() {
        return plural;
    }

    /// What stands before a name in the addresses of pages and files; models have nothing there.
    String path() {
        return path;
    }

    /// In an English sentence.
    public String noun() {
        return noun;
    }
}
