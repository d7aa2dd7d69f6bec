package org.clpworkbench.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A model or a data set as the Hub describes it. Of a data set it tells no library and counts no
/// parameters.
///
/// @param commit what the revision means now; empty in lists
/// @param gated whether its authors want to know who fetches it
/// @param task "text-generation"; empty where nobody says
/// @param licence as its tag says: "mit"; empty where nobody says
/// @param languages two or three letters each
/// @param parameters numbers in its safetensors files by their type ("F32", "BF16"); empty where it
///   has none
/// @param totalParameters all of them; the Hub counts safetensors only
/// @param files empty in lists
public record HubRepository(
        RepositoryId id,
        Optional<String> commit,
        boolean gated,
        boolean restricted,
        String task,
        String library,
        String licence,
        List<String> languages,
        Map<String, Long> parameters,
        OptionalLong totalParameters,
        long downloads,
        long likes,
        String lastModified,
        List<HubFile> files) {
    public HubRepository {
        languages = List.copyOf(languages);
        parameters = Map.copyOf(parameters);
        files = List.copyOf(files);
    }

    /// Of some files, as far as the Hub tells.
    public static long bytes(List<HubFile> files) {
        return files.stream().mapToLong(file -> Math.max(0, file.size())).sum();
    }
}
