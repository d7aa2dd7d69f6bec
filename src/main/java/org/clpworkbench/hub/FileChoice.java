package org.clpworkbench.hub;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.TokenizerFiles;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.problem.Sentence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which files of a model or a data set are fetched.
///
/// @param include patterns as Python's `fnmatch` reads them, where `*` goes across folders; none
///   for what a model needs: configuration, tokenizer, card and licence, and the weights once, as
///   safetensors where there are any; of a data set the texts that the program reads and its card
/// @param exclude patterns of files that are left out
public record FileChoice(List<String> include, List<String> exclude) {
    public static final FileChoice NEEDED = new FileChoice(List.of(), List.of());

    private static final Pattern SAFETENSORS_SHARD =
            Pattern.compile("model-\\d+-of-\\d+\\.safetensors");
    private static final Pattern PYTORCH_SHARD =
            Pattern.compile("pytorch_model-\\d+-of-\\d+\\.bin");
    private static final Set<String> ABOUT =
            Set.of(RepositoryPage.CARD, "LICENSE", "LICENSE.txt", "LICENSE.md");
    private static final Set<String> CONFIGURATION =
            Set.of(ModelConfig.FILE, ModelConfig.GENERATION_FILE);

    public FileChoice {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /// Those of a repository's files that are meant.
    public List<HubFile> of(HubRepository repository) {
        List<HubFile> files = repository.files();
        List<HubFile> wanted =
                include.isEmpty()
                        ? needed(repository.id().kind(), files)
                        : files.stream().filter(file -> matches(include, file)).toList();
        return wanted.stream().filter(file -> !matches(exclude, file)).toList();
    }

    /// What the program needs of a model and these files have not.
    public static List<Sentence> lacking(List<HubFile> files) {
        var lacking = new ArrayList<Sentence>();
        for (String name : List.of(ModelConfig.FILE, "tokenizer.json")) {
            if (named(files, name).isEmpty()) {
                lacking.add(Sentence.of(FileChoice.class, "lacking.file", name));
            }
        }
        if (weights(files).isEmpty()) {
            lacking.add(Sentence.of(FileChoice.class, "lacking.weights"));
        }
        return lacking;
    }

    private static List<HubFile> needed(RepositoryKind kind, List<HubFile> files) {
        return switch (kind) {
            case MODEL -> {
                var needed = new ArrayList<>(those(files, FileChoice::isOfAModel));
                needed.addAll(weights(files));
                yield needed;
            }
            case DATA_SET -> those(files, FileChoice::isOfADataSet);
        };
    }

    private static List<HubFile> those(List<HubFile> files, Predicate<String> wanted) {
        return files.stream().filter(file -> wanted.test(file.path())).toList();
    }

    /// Those in folders are of other libraries.
    private static boolean isOfAModel(String path) {
        return ABOUT.contains(path)
                || CONFIGURATION.contains(path)
                || TokenizerFiles.names().contains(path);
    }

    /// A licence is no text to train on, though its name may end as one.
    private static boolean isOfADataSet(String path) {
        return path.equals(RepositoryPage.CARD)
                || (!ABOUT.contains(path) && TextFiles.kind(Path.of(path)).isPresent());
    }

    /// In the order in which a checkpoint is opened.
    private static List<HubFile> weights(List<HubFile> files) {
        List<List<HubFile>> forms =
                List.of(
                        named(files, "model.safetensors"),
                        shards(files, "model.safetensors.index.json", SAFETENSORS_SHARD),
                        named(files, "pytorch_model.bin"),
                        shards(files, "pytorch_model.bin.index.json", PYTORCH_SHARD));
        return forms.stream().filter(form -> !form.isEmpty()).findFirst().orElse(List.of());
    }

    private static List<HubFile> named(List<HubFile> files, String name) {
        return files.stream().filter(file -> file.path().equals(name)).toList();
    }

    private static List<HubFile> shards(List<HubFile> files, String index, Pattern shard) {
        var found = new ArrayList<>(named(files, index));
        if (!found.isEmpty()) {
            files.stream().filter(file -> shard.matcher(file.path()).matches()).forEach(found::add);
        }
        return found;
    }

    private static boolean matches(List<String> patterns, HubFile file) {
        return patterns.stream().anyMatch(pattern -> glob(pattern).matcher(file.path()).matches());
    }

    /// `fnmatch.translate`: `*`, `?`, `[abc]`, `[!abc]`; a pattern that ends with a slash means all
    /// in that folder, as for `huggingface_hub`.
    private static Pattern glob(String pattern) {
        String wanted = pattern.endsWith("/") ? pattern + "*" : pattern;
        var regex = new StringBuilder();
        for (int at = 0; at < wanted.length(); at++) {
            char c = wanted.charAt(at);
            Optional<String> set = c == '[' ? set(wanted, at) : Optional.empty();
            if (set.isPresent()) {
                regex.append(set.get().startsWith("!") ? "[^" : "[")
                        .append(
                                set.get()
                                        .replaceFirst("^!", "")
                                        .replaceAll("([\\[\\]\\\\^&])", "\\\\$1"))
                        .append(']');
                at += set.get().length() + 1;
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /// What stands between the bracket at `open` and the one that closes it; empty when none does.
    private static Optional<String> set(String pattern, int open) {
        int first = pattern.startsWith("!", open + 1) ? open + 3 : open + 2;
        int close = pattern.indexOf(']', first);
        return close < 0 ? Optional.empty() : Optional.of(pattern.substring(open + 1, close));
    }
}
